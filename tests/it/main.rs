//! One binary for all integration tests: the command line as whole processes, the fixture pages, the library, and the
//! rules that the code keeps.

mod architecture;
mod bad_input;
mod benchmark;
mod check_cli;
mod command;
mod config_cli;
mod corpus;
mod damage;
mod endurance;
mod explain;
mod facts;
mod index_cli;
mod kinds;
mod languages;
mod library;
mod paths;
mod queries;
mod random;
mod readme;
mod rules;
mod runs;
mod samples;
mod saved;
mod search_cli;
mod seed;
mod shared_text;
mod sites;
mod soak;
mod structure;
mod themes;
mod upgrade_cli;
