//! A PostgreSQL server of a test's own, which it may stop and start. As everywhere, it goes with the process that asked.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use super::network::Network;
use super::postgres::{
    SUPERUSER, free_port, installed_binaries, new_directory, unprivileged_user, without_settings_of_the_user,
};

/// Makes a cluster, and then does what it is told until nobody tells it any more. It writes to disk as a server does that
/// matters.
const KEEPER: &str = r#"
bin=$1 home=$2 port=$3 superuser=$4 source=$5 also=$6
server=
stop() { if [ -n "$server" ]; then kill -QUIT "$server" 2>/dev/null; wait "$server" 2>/dev/null; server=; fi; }
trap 'stop; rm -rf "$home"' EXIT
trap 'exit 1' HUP INT TERM
mkdir -m 700 "$home" || exit 1
if [ -n "$source" ]; then
    "$bin/pg_basebackup" --pgdata="$home/data" --host=127.0.0.1 --port="$source" --username="$superuser" --write-recovery-conf \
        --wal-method=stream --checkpoint=fast >"$home/log" 2>&1 || { cat "$home/log"; exit 1; }
else
    "$bin/initdb" --pgdata="$home/data" --username="$superuser" --auth=trust --encoding=UTF8 --locale=C.UTF-8 >"$home/log" 2>&1 \
        || { cat "$home/log"; exit 1; }
    echo "host all all 198.18.0.0/15 trust" >>"$home/data/pg_hba.conf"
fi
while read -r word; do
    case $word in
    start)
        "$bin/postgres" -D "$home/data" -c listen_addresses="127.0.0.1$also" -c port="$port" -c unix_socket_directories="" \
            -c max_connections=200 </dev/null >>"$home/log" 2>&1 &
        server=$!
        until "$bin/pg_isready" -q -h 127.0.0.1 -p "$port"; do
            kill -0 "$server" 2>/dev/null || { cat "$home/log"; exit 1; }
            sleep 0.05
        done ;;
    stop) stop ;;
    esac
    echo "done"
done
"#;

/// A server that can be stopped as if its machine had lost power, and started again.
pub struct PostgresServer {
    /// The URL of its one database.
    pub url: String,
    port: u16,
    orders: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    keeper: Child,
}

impl PostgresServer {
    /// A server that runs; `None` where none is installed.
    pub fn start() -> Option<Self> {
        Self::start_from("", "")
    }

    /// One that can be reached from a network, too, until that is cut.
    pub fn start_for(network: &Network) -> Option<Self> {
        Self::start_from("", &format!(",{}", network.far()))
    }

    /// Its URL from within a network.
    pub fn url_in(&self, network: &Network) -> String {
        self.url.replace("127.0.0.1", &network.far())
    }

    /// Another that follows this one by streaming, and takes no writes.
    pub fn replica(&self) -> Self {
        Self::start_from(&self.port.to_string(), "").expect("there is one already")
    }

    /// A new one, or a copy of the one at this port; `also` is where it is reached besides.
    fn start_from(source: &str, also: &str) -> Option<Self> {
        let binaries = installed_binaries()?;
        let port = free_port().expect("a free port");
        let mut shell = without_settings_of_the_user(Command::new("sh"));
        shell.args(["-c", KEEPER, "keeper"]).arg(binaries).arg(new_directory()).arg(port.to_string()).arg(SUPERUSER);
        shell.args([source, also]);
        shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        shell.current_dir(std::env::temp_dir()).process_group(0);
        if let Some((user, group)) = unprivileged_user().expect("a user for the server") {
            shell.uid(user).gid(group);
        }
        let mut shell = shell.spawn().expect("sh runs");
        let orders = shell.stdin.take();
        let answers = BufReader::new(shell.stdout.take().expect("standard output"));
        let url = format!("postgres://{SUPERUSER}@127.0.0.1:{port}/postgres");
        let mut server = Self { url, port, orders, answers, keeper: shell };
        server.up();
        Some(server)
    }

    /// Starts it, and waits until it answers.
    pub fn up(&mut self) {
        self.tell("start");
    }

    /// Ends it without any farewell to those who are connected.
    pub fn down(&mut self) {
        self.tell("stop");
    }

    fn tell(&mut self, order: &str) {
        let orders = self.orders.as_mut().expect("it is there until this goes");
        writeln!(orders, "{order}").expect("the keeper listens");
        let mut answer = String::new();
        self.answers.read_line(&mut answer).expect("the keeper answers");
        assert_eq!(answer.trim(), "done", "{order}");
    }
}

impl Drop for PostgresServer {
    fn drop(&mut self) {
        drop(self.orders.take());
        let _ = self.keeper.wait();
    }
}
