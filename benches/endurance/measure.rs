//! What an index costs over its life: `cargo run --release --example endurance -- unchanged 20000`; see README.md beside this
//! file. Figures of memory and processor are those of Linux's `/proc`.

#[path = "../../tests/it/endurance/pages.rs"]
mod pages;
#[path = "../../tests/it/random.rs"]
mod random;

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use pressmark::index::index_articles;
use pressmark::read::{ReadOptions, records, walk};
use pressmark::search::Searcher;
use pressmark::{IndexOptions, extract, index};

type Failure = Box<dyn std::error::Error>;

/// One file in a hundred is an archive of so many pages.
const IN_ARCHIVE: usize = 10;
const ARCHIVE_EVERY: usize = 100;

/// How often a run is measured; the median counts.
const TIMES: usize = 5;

/// A folder of generated pages and its index; gone when dropped.
struct Bench {
    dir: tempfile::TempDir,
    files: usize,
    /// What stands around each article, in kilobytes.
    around: usize,
}

impl Bench {
    fn new(files: usize, around: usize) -> Result<Bench, Failure> {
        let bench = Bench { dir: tempfile::tempdir()?, files, around };
        // No folder of thousands of files: a few hundred each, as people sort them.
        (0..files.div_ceil(500))
            .try_for_each(|n| std::fs::create_dir_all(bench.dir.path().join(format!("corpus/{n}"))))?;
        (0..files).try_for_each(|file| bench.save(file, 0))?;
        Ok(bench)
    }

    fn file(&self, file: usize) -> PathBuf {
        let kind = if file % ARCHIVE_EVERY == 99 { "warc" } else { "html" };
        self.dir.path().join(format!("corpus/{}/{file}.{kind}", file / 500))
    }

    fn save(&self, file: usize, edition: usize) -> std::io::Result<()> {
        let page = |number| (pages::address(number), self.dressed(pages::html(number, edition)));
        let content = match file % ARCHIVE_EVERY {
            99 => pages::warc((0..IN_ARCHIVE).map(|n| page(self.files + file * IN_ARCHIVE + n))),
            _ => page(file).1,
        };
        std::fs::write(self.file(file), content)
    }

    /// A page with what real ones have around their article: half of it menus and teasers, half scripts.
    fn dressed(&self, page: String) -> String {
        let link = "<li class=\"menu-item\"><a href=\"/world/europe/\" title=\"Europe\">Europe</a></li>\n";
        let script = "{\"id\":7,\"slot\":\"side\",\"sizes\":[300,250]},";
        let menus = link.repeat(self.around * 512 / link.len());
        let scripts = script.repeat(self.around * 512 / script.len());
        let around = format!("<div class=\"menu\"><ul>{menus}</ul></div><script>var slots=[{scripts}]</script></body>");
        page.replace("</body>", &around)
    }

    fn index(&self) -> PathBuf {
        self.dir.path().join("index")
    }

    fn run(&self) -> Result<pressmark::index::Summary, Failure> {
        Ok(index(&[self.dir.path().join("corpus")], &self.index(), &IndexOptions::default(), |_| {})?)
    }
}

/// Seconds of processor that this process has taken, on all cores.
fn processor() -> Result<f64, Failure> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks: f64 = fields[11].parse::<f64>()? + fields[12].parse::<f64>()?;
    Ok(ticks / 100.0)
}

/// Megabytes of this process's memory of a kind: `VmHWM` is the most that was ever resident, `RssAnon` what is its own now. The
/// rest of what is resident are files of the index, mapped, which the system drops as soon as it needs the room.
fn resident(kind: &str) -> Result<f64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with(kind)).unwrap_or_default();
    let kilobytes: f64 = line.split_whitespace().nth(1).unwrap_or("0").parse()?;
    Ok(kilobytes / 1024.0)
}

/// What some work costs in seconds of processor and of the clock.
fn cost<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<(f64, f64, T), Failure> {
    let (before, started) = (processor()?, Instant::now());
    let result = work()?;
    Ok((processor()? - before, started.elapsed().as_secs_f64(), result))
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// Megabytes of the files of a folder.
fn size(folder: &Path) -> f64 {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files.filter_map(|file| file.metadata().ok()).map(|meta| meta.len()).sum::<u64>() as f64 / 1e6
}

fn unchanged(bench: &Bench) -> Result<(), Failure> {
    let files = bench.files;
    println!("first run: {}", bench.run()?);
    let (mut processor, mut clock) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        let (cpu, wall, summary) = cost(|| bench.run())?;
        assert_eq!(summary.added + summary.changed + summary.removed, 0);
        processor.push(cpu);
        clock.push(wall);
    }
    let per_file = 1e6 / files as f64;
    println!(
        "unchanged, {files} files: {:.1} µs of processor a file, {:.1} µs of the clock",
        median(processor) * per_file,
        median(clock) * per_file
    );
    Ok(())
}

fn changed(bench: &Bench) -> Result<(), Failure> {
    let files = bench.files;
    println!("first run: {}", bench.run()?);
    let mut ratios = Vec::new();
    for edition in 1..=TIMES {
        let some: Vec<usize> = (0..files).step_by(100).collect();
        some.iter().try_for_each(|&file| bench.save(file, edition))?;
        let (update, _, summary) = cost(|| bench.run())?;
        assert_eq!(summary.changed, some.len());
        let paths: Vec<PathBuf> = some.iter().map(|&file| bench.file(file)).collect();
        let (extraction, _, lines) = cost(|| lines(&paths))?;
        let fresh = bench.dir.path().join(format!("fresh-{edition}"));
        let (commit, ..) = cost(|| Ok(index_articles(Cursor::new(&lines), &fresh, &IndexOptions::default(), |_| {})?))?;
        println!(
            "changed, {} of {files} files: {update:.2} s of processor; extraction {extraction:.2} s, their articles and a commit {commit:.2} s",
            some.len()
        );
        ratios.push(update / (extraction + commit));
    }
    println!("changed: {:.2} times extraction and a commit", median(ratios));
    Ok(())
}

/// The articles of files, as lines.
fn lines(files: &[PathBuf]) -> Result<String, Failure> {
    let mut lines = String::new();
    for found in &walk(files)?.found {
        records(found, &ReadOptions::default(), &mut |record| {
            let line =
                record.page.ok().map(|page| serde_json::to_string(&extract(&page).to_line()).unwrap_or_default());
            lines += &(line.unwrap_or_default() + "\n");
        })?;
    }
    Ok(lines)
}

/// Does a run, and says how much memory it took.
fn memory_of(what: &str, bench: &Bench, memory: usize) -> Result<(), Failure> {
    let done = AtomicBool::new(false);
    let (summary, own, largest) = std::thread::scope(|scope| {
        let watch = scope.spawn(|| {
            let (mut own, mut largest): (f64, f64) = (0.0, 0.0);
            while !done.load(Ordering::Relaxed) {
                own = own.max(resident("RssAnon").unwrap_or_default());
                largest = largest.max(size(&bench.index()));
                std::thread::sleep(Duration::from_millis(10));
            }
            (own, largest)
        });
        let options = IndexOptions { memory: memory << 20, ..IndexOptions::default() };
        let corpus = bench.dir.path().join("corpus");
        let summary = index(&[corpus], &bench.index(), &options, |_| {}).map_err(|error| error.to_string());
        done.store(true, Ordering::Relaxed);
        let (own, largest) = watch.join().unwrap_or_default();
        (summary, own, largest)
    });
    println!("{what}: {}", summary?);
    println!("  {own:.0} MB of its own at most, {:.0} MB with mapped files", resident("VmHWM")?);
    println!("  index {:.0} MB, {largest:.0} MB at most while it was made", size(&bench.index()));
    Ok(())
}

fn memory(bench: &Bench) -> Result<(), Failure> {
    println!("before: {:.0} MB of its own", resident("RssAnon")?);
    memory_of("first run with --memory 64", bench, 64)?;
    memory_of("second run", bench, 64)?;
    std::fs::remove_dir_all(bench.index())?;
    memory_of("first run with --memory 512", bench, 512)
}

/// What it costs to open an index, and how much of that is comparing it with its seal: without one nothing is compared.
fn open(bench: &Bench) -> Result<(), Failure> {
    println!("first run: {}", bench.run()?);
    let time = || -> Result<f64, Failure> {
        let times = (0..500).map(|_| Ok(cost(|| Ok(Searcher::open(&bench.index())?))?.1));
        Ok(1000.0 * median(times.collect::<Result<_, Failure>>()?))
    };
    let sealed = time()?;
    std::fs::remove_file(bench.index().join("seal.json"))?;
    println!("opened in {sealed:.2} ms, {:.2} ms without a seal", time()?);
    Ok(())
}

fn main() -> Result<(), Failure> {
    let mut args = std::env::args().skip(1);
    let what = args.next().unwrap_or_default();
    let mut number = |default| args.next().map_or(Ok(default), |text| text.parse());
    let (files, around) = (number(20_000)?, number(0)?);
    let measure = match what.as_str() {
        "unchanged" => unchanged,
        "changed" => changed,
        "memory" => memory,
        "open" => open,
        _ => {
            return Err("usage: endurance unchanged|changed|memory|open [FILES [KILOBYTES AROUND EACH ARTICLE]]".into());
        }
    };
    measure(&Bench::new(files, around)?)
}
