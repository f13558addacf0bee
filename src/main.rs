//! The `pressmark` command.

fn main() -> std::process::ExitCode {
    pressmark::cli::main()
}
