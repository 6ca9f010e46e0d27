//! SIGTERM to the real program: what is under way is answered, and it ends with 0.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::Command;

use crate::support::eventually;
use crate::support::program::Program;

fn request(address: SocketAddr, target: &str) -> TcpStream {
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
    let mut program = Program::start(&["serve", "--data-dir", &folder.path().display().to_string()]);
    // It waits for a place in the sequence that does not come, for two seconds.
    let under_way = request(program.address, "/v1/rights?min_seq=999999999");
    // One worker takes connections in order: when this is answered, that one is under way.
    assert!(answer(request(program.address, "/health/ready")).starts_with("HTTP/1.1 200 "));
    let stopped = Command::new("kill").args(["-TERM", &program.child.id().to_string()]).status().expect("kill runs");
    assert!(stopped.success());

    let text = answer(under_way);
    assert!(text.starts_with("HTTP/1.1 503 "), "{text}");
    assert!(text.contains("/problems/behind"), "{text}");
    let ended = program.child.wait().expect("the program ends");
    assert_eq!(ended.code(), Some(0));
    assert!(TcpStream::connect(program.address).is_err(), "nobody listens any more");
}

#[test]
fn a_node_that_is_told_to_stop_says_so_before_it_turns_anybody_away() {
    let folder = tempfile::TempDir::new().expect("a folder for temporary files");
    let data = folder.path().display().to_string();
    let mut program = Program::start(&["serve", "--data-dir", &data, "--farewell", "5"]);
    assert!(answer(request(program.address, "/health/ready")).starts_with("HTTP/1.1 200 "));
    let stopped = Command::new("kill").args(["-TERM", &program.child.id().to_string()]).status().expect("kill runs");
    assert!(stopped.success());
    // The balancer is told, and whoever comes meanwhile is still answered.
    eventually("it says that it is about to stop", || {
        answer(request(program.address, "/health/ready")).starts_with("HTTP/1.1 503 ")
    });
    assert!(answer(request(program.address, "/health/live")).starts_with("HTTP/1.1 200 "));
    assert!(answer(request(program.address, "/v1/rights")).starts_with("HTTP/1.1 200 "));
    let ended = program.child.wait().expect("the program ends");
    assert_eq!(ended.code(), Some(0));
}
