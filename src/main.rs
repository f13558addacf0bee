use std::io::Write;
fn main() {
    let roots: Vec<String> = std::env::args().skip(1).collect();
    let walk = pressmark::read::walk(&roots).unwrap();
    use rayon::prelude::*;
    let lines: Vec<String> = walk.found.par_iter().map(|f| match pressmark::read::read(&f.path, &Default::default()) {
        Ok(p) => serde_json::to_string(&pressmark::extract(&p).to_line()).unwrap(),
        Err(e) => serde_json::json!({"path": f.path, "error": e.to_string()}).to_string(),
    }).collect();
    let mut out = std::io::stdout().lock();
    for l in lines { writeln!(out, "{l}").unwrap(); }
}
