//! SIGTERM to the real program: what is under way is answered, and it ends with 0.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

/// The program, with what it listens on; killed if the test fails.
struct Program {
    child: Child,
    address: String,
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn serve(folder: &std::path::Path) -> Program {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rights-hub"))
        .args(["serve", "--listen", "127.0.0.1:0", "--workers", "1", "--data-dir"])
        .arg(folder)
        .env_remove("HUB_DATABASE_URL")
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(child.stderr.take().expect("standard error")).lines();
    let told = lines.by_ref().map_while(Result::ok).find(|line| line.starts_with("Rights Hub serves"));
    // Read on, so that the program never waits for a full pipe.
    std::thread::spawn(move || lines.for_each(drop));
    let told = told.expect("the program says where it serves");
    let address = told.rsplit("http://").next().expect("an address").to_owned();
    Program { child, address }
}

fn request(address: &str, target: &str) -> TcpStream {
    let mut connection = TcpStream::connect(address).expect("the program listens");
    write!(connection, "GET {target} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").expect("it is sent");
    connection
}

fn answer(mut connection: TcpStream) -> String {
    let mut text = String::new();
    connection.read_to_string(&mut text).expect("an answer");
    text
}

#[test]
fn a_request_under_way_is_answered_before_the_program_ends() {
    let folder = tempfile::TempDir::new().expect("a folder for temporary files");
    let mut program = serve(folder.path());
    // It waits for a place in the sequence that does not come, for two seconds.
    let under_way = request(&program.address, "/v1/rights?min_seq=999999999");
    // One worker takes connections in order: when this is answered, that one is under way.
    assert!(answer(request(&program.address, "/health/ready")).starts_with("HTTP/1.1 200 "));
    let stopped = Command::new("kill").args(["-TERM", &program.child.id().to_string()]).status().expect("kill runs");
    assert!(stopped.success());

    let text = answer(under_way);
    assert!(text.starts_with("HTTP/1.1 503 "), "{text}");
    assert!(text.contains("/problems/behind"), "{text}");
    let ended = program.child.wait().expect("the program ends");
    assert_eq!(ended.code(), Some(0));
    assert!(TcpStream::connect(&program.address).is_err(), "nobody listens any more");
}
