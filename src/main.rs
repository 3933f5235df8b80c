//! The page: hands the document over to the library and nothing else.

fn main() {
    mlops_maturity::start();
}
