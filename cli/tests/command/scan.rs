//! `scan`: from folders to proposals, including hostile folders.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::{run, said, text};

const TRAIN: &str =
    "import mlflow\nfrom sklearn.linear_model import Ridge\n\nmodel.fit(x, y)\nmlflow.log_metric(\"rmse\", 1)\n";

/// A temporary folder outside any repository, removed at the end of the test.
struct Tree(PathBuf);

impl Tree {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let tree = Self(std::env::temp_dir().join(format!("mlops-maturity-{}", std::process::id())).join(name));
        let _ = fs::remove_dir_all(&tree.0);
        fs::create_dir_all(&tree.0).unwrap();
        for (path, content) in files {
            tree.write(path, content);
        }
        tree
    }

    fn write(&self, path: &str, content: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }

    /// The proposals file of a scan.
    fn scanned(&self) -> Value {
        serde_json::from_str(said(&run(&["scan", "--json", self.path()]), 0)).unwrap()
    }
}

impl Drop for Tree {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn signals(file: &Value) -> Vec<&str> {
    file["proposals"].as_array().unwrap().iter().map(|one| one["signal"].as_str().unwrap()).collect()
}

#[test]
fn a_table_says_what_was_found_where_and_what_to_check() {
    let tree = Tree::new("scan-table", &[("src/train.py", TRAIN), ("README.md", "# Shop\n")]);
    let output = run(&["scan", tree.path()]);
    let table = said(&output, 0);
    for expected in [
        "scan-table\n",
        "2 files listed, 2 read.",
        "Found: Training code.",
        "Partly  Experiment tracking  MLflow records runs: src/train.py, line 5\n",
        "Check: Does every training run log there automatically",
        "Proposals are not answers.",
    ] {
        assert!(table.contains(expected), "{expected:?} in {table}");
    }
}

#[test]
fn a_repository_without_a_model_proposes_nothing() {
    let tree = Tree::new("scan-none", &[("src/main.py", "print(1)\n"), ("Dockerfile", "FROM scratch\n")]);
    assert_eq!(signals(&tree.scanned()), Vec::<&str>::new());
    assert!(said(&run(&["scan", tree.path()]), 0).contains("nothing is proposed"));
}

#[test]
fn the_file_says_of_which_repository_and_commit_without_running_git() {
    let tree = Tree::new(
        "scan-git",
        &[
            ("src/train.py", TRAIN),
            (".git/HEAD", "ref: refs/heads/main\n"),
            (".git/refs/heads/main", "cc7ba018ee04a74efa7d52167af5e2860c267a89\n"),
            (
                ".git/config",
                "[core]\n\tfsmonitor = touch pwned\n[remote \"origin\"]\n\turl = https://ana:token@github.com/acme/shop.git\n",
            ),
        ],
    );
    let file = tree.scanned();
    let folder = &file["folders"][0];
    assert_eq!(folder["address"], "https://github.com/acme/shop");
    assert_eq!(folder["commit"], "cc7ba018ee04a74efa7d52167af5e2860c267a89");
    assert!(signals(&file).contains(&"cre-training-code-vcs"));
    assert!(!file.to_string().contains("token") && !file.to_string().contains(tree.path()));
    assert!(!tree.0.join("pwned").exists() && !Path::new("pwned").exists());
    let inside = Tree(tree.0.join("src"));
    assert_eq!(inside.scanned()["folders"][0]["path"], "src");
}

#[test]
fn what_git_ignores_is_not_looked_at_and_hidden_folders_are() {
    let workflow = "on: push\njobs:\n  build:\n    steps:\n      - run: pytest\n";
    let tree = Tree::new(
        "scan-ignore",
        &[
            (".gitignore", "/scratch/\n"),
            ("scratch/train.py", TRAIN),
            ("node_modules/train.py", TRAIN),
            (".github/workflows/ci.yml", workflow),
        ],
    );
    let file = tree.scanned();
    assert_eq!(file["folders"][0]["facts"], Value::Array(Vec::new()));
    assert_eq!(file["folders"][0]["looked"]["files"], 2, "{file}");
    assert_eq!(file["folders"][0]["looked"]["skipped"][0], "node_modules");
    let stated = run(&["scan", "--json", "--fact", "serving,application", tree.path()]);
    let stated: Value = serde_json::from_str(said(&stated, 0)).unwrap();
    assert!(signals(&stated).contains(&"int-app-unit-tests"), "{stated}");
    assert_eq!(stated["folders"][0]["facts"][0]["by"], "person");
}

#[test]
fn several_repositories_make_one_file() {
    let (one, other) =
        (Tree::new("scan-one", &[("a/train.py", TRAIN)]), Tree::new("scan-other", &[("b/train.py", TRAIN)]));
    let output = run(&["scan", "--json", one.path(), other.path()]);
    let file: Value = serde_json::from_str(said(&output, 0)).unwrap();
    assert_eq!(file["folders"].as_array().unwrap().len(), 2);
    let evidence = file["proposals"][0]["evidence"].as_array().unwrap();
    assert_eq!((evidence[0]["folder"].as_u64(), evidence[1]["folder"].as_u64()), (Some(0), Some(1)));
    let table = run(&["scan", one.path(), other.path()]);
    assert!(said(&table, 0).contains("scan-one: MLflow records runs: a/train.py, line 5 (and 1 more place)"));
}

#[test]
fn what_cannot_be_scanned_is_said() {
    let missing = run(&["scan", "no-such-folder"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(text(&missing.stderr).contains("no-such-folder: "));
    let tree = Tree::new("scan-fact", &[]);
    let unknown = run(&["scan", "--fact", "training,blockchain", tree.path()]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("there is no fact \"blockchain\"; there are training, serving"));
}

#[test]
#[cfg(unix)]
fn the_file_names_only_what_a_proposals_file_may_name() {
    let long = "d".repeat(150);
    let deep = vec!["nested"; 160].join("/");
    let tree = Tree::new(&long, &[("src/train.py", TRAIN), ("src/a:b.py", TRAIN), ("src/a\\b.py", TRAIN)]);
    tree.write(&format!("{deep}/train.py"), TRAIN);
    let file = tree.scanned();
    assert_eq!(file["folders"][0]["name"].as_str().map(str::len), Some(100));
    assert_eq!(file["folders"][0]["looked"]["unreadable"], 3);
    let places = file["proposals"].as_array().unwrap().iter().flat_map(|one| one["evidence"].as_array().unwrap());
    let paths: Vec<&str> = places.map(|place| place["path"].as_str().unwrap()).collect();
    assert!(!paths.is_empty() && paths.iter().all(|path| *path == "src/train.py"), "{paths:?}");
}

#[test]
fn a_folder_counts_once_and_a_file_is_no_folder() {
    let tree = Tree::new("once", &[("train.py", TRAIN)]);
    let again = format!("{}/.", tree.path());
    let file: Value = serde_json::from_str(said(&run(&["scan", "--json", tree.path(), &again]), 0)).unwrap();
    assert_eq!(file["folders"].as_array().map(Vec::len), Some(1));
    let output = run(&["scan", &format!("{}/train.py", tree.path())]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("train.py: not a folder"), "{}", text(&output.stderr));
    let folders: Vec<String> = (0..101).map(|at| format!("{}/{at}", tree.path())).collect();
    folders.iter().for_each(|folder| fs::create_dir(folder).unwrap());
    let output = run(&[&["scan"], &folders.iter().map(String::as_str).collect::<Vec<_>>()[..]].concat());
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("at most 100"), "{}", text(&output.stderr));
}

#[test]
fn very_many_files_end_at_a_bound() {
    let tree = Tree::new("scan-many", &[]);
    for folder in 0..52 {
        let folder = tree.0.join(format!("d{folder:02}"));
        fs::create_dir(&folder).unwrap();
        (0..1_000).for_each(|at| fs::write(folder.join(format!("{at}.py")), "").unwrap());
    }
    let file = tree.scanned();
    let looked = &file["folders"][0]["looked"];
    assert_eq!((looked["files"].as_u64(), looked["cut"].as_bool()), (Some(50_000), Some(true)));
}

#[cfg(unix)]
#[test]
fn a_hostile_tree_neither_hangs_nor_crashes_nor_runs_anything() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    let markup = "src/<img src=x onerror=alert(1)>.py";
    let tree =
        Tree::new("scan-hostile", &[("src/train.py", TRAIN), (markup, TRAIN), ("src/$(touch pwned).py", TRAIN)]);
    tree.write("src/\u{1b}]0;title\u{7}\u{1b}[31m.py", TRAIN);
    tree.write("src/a\u{202e}yp.exe.py", TRAIN);
    fs::write(tree.0.join("src").join(OsStr::from_bytes(b"\xff\xfe.py")), TRAIN).unwrap();
    // Symbolic links in a circle, out of the folder, and to an endless file.
    symlink(&tree.0, tree.0.join("src/again")).unwrap();
    symlink("/", tree.0.join("root")).unwrap();
    symlink("/dev/zero", tree.0.join("endless.py")).unwrap();
    symlink("nowhere", tree.0.join("broken.py")).unwrap();
    let pipe = tree.0.join("pipe.py");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    // A sparse file of four gibibytes.
    fs::File::create(tree.0.join("huge.py")).unwrap().set_len(4 << 30).unwrap();
    tree.write(".git/HEAD", "ref: refs/../../../../../../etc/hostname\n");
    tree.write(".git/config", "[remote \"origin\"]\n\turl = javascript:alert(1)//@x:y\n");
    let mut deep = tree.0.join("deep");
    for _ in 0..200 {
        deep.push("d");
    }
    fs::create_dir_all(&deep).unwrap();
    fs::write(deep.join("train.py"), TRAIN).unwrap();

    let start = Instant::now();
    let file = tree.scanned();
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
    let folder = &file["folders"][0];
    assert_eq!((folder["looked"]["too_big"].as_u64(), folder["looked"]["unreadable"].as_u64()), (Some(1), Some(3)));
    assert_eq!((&folder["commit"], &folder["address"]), (&Value::Null, &Value::Null));
    let places = file["proposals"].to_string();
    assert!(places.contains("<img") && !places.contains("again/") && !places.contains("endless"), "{places}");
    for output in [run(&["scan", tree.path()]), run(&["scan", "--json", tree.path()])] {
        let output = said(&output, 0);
        assert!(!output.contains(['\u{1b}', '\u{7}', '\u{202e}']), "no control reaches the terminal");
    }
    assert!(!Path::new("pwned").exists() && !tree.0.join("pwned").exists());
}
