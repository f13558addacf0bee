//! One folder, any number of threads, commits at any moment: one index.

use pressmark::{IndexOptions, index};

use super::answers::answers;
use super::folder::Folder;
use super::process::restless;

#[test]
fn answers_and_scores_are_the_same_with_1_2_and_8_threads_twice() {
    let folder = Folder::new(60);
    let mut first = None;
    for (threads, pause) in [(1, 60_000), (2, 60_000), (8, 60_000), (1, 10), (2, 10), (8, 10)] {
        let name = format!("with-{threads}-{pause}");
        let options = IndexOptions { threads, ..restless(pause) };
        index(&[folder.desk.path("corpus")], &folder.desk.path(&name), &options, |_| {}).expect("an index");
        let answers = answers(&folder, &name);
        assert_eq!(first.get_or_insert_with(|| answers.clone()), &answers, "{threads} threads");
    }
}
