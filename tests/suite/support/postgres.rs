//! A PostgreSQL cluster for the test run, so that every test has a database of its own.
//!
//! The installed server binaries start one throw-away cluster per test process, on a free port of the loopback
//! interface, when the first test asks for a database. The cluster belongs to a small supervising shell that waits on a
//! pipe held by the test process: however that process ends (return, panic, `kill -9`), the pipe closes, and the shell
//! stops the server and removes its directory.
//!
//! The cluster lies under the directory for temporary files. A database is some 300 small files, so a `TMPDIR` in
//! memory (`TMPDIR=/dev/shm`) makes a copy some ten times as fast as on a slow disk.
//!
//! Without an installed server, [`database`] answers `None` and says so once; where `CI` is `true` it panics instead,
//! so that half of the suite cannot go missing unnoticed.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs, process};

/// The superuser of the cluster, so that URLs do not depend on who runs the tests.
pub(super) const SUPERUSER: &str = "postgres";

/// A socket path longer than this is refused by some systems (`sun_path` holds 104 or 108 bytes).
const LONGEST_SOCKET_PATH: usize = 100;

/// The port is free when it is chosen, but another process can take it before the server does.
const STARTS_TO_TRY: u32 = 5;

/// What the supervising shell does. It makes the directory itself, as the user the server runs as, so nothing has to be
/// handed over, and it starts the server itself, so that there is no moment in which a killed test process leaves one
/// behind. `read` answers "end of file" when the last holder of the pipe is gone.
const SUPERVISOR: &str = r#"
exec 2>&1
bin=$1 home=$2 port=$3 sockets=$4 superuser=$5
server=
finish() {
    trap - EXIT
    trap '' HUP INT TERM
    if [ -n "$server" ] && kill -QUIT "$server" 2>/dev/null; then wait "$server"; fi
    rm -rf "$home"
    exit "$1"
}
mkdir -m 700 "$home" || exit 1
trap 'finish 1' EXIT HUP INT TERM
trap '' PIPE # nobody may be left to hear "ready"
"$bin/initdb" --pgdata="$home/data" --username="$superuser" --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync \
    >"$home/log" 2>&1 || { cat "$home/log"; exit 1; }
"$bin/postgres" -D "$home/data" -c listen_addresses=127.0.0.1 -c port="$port" -c unix_socket_directories="$sockets" \
    -c max_connections=200 -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
    -c wal_level=minimal -c max_wal_senders=0 -c jit=off </dev/null >"$home/log" 2>&1 &
server=$!
until grep -q '^ready' "$home/data/postmaster.pid" 2>/dev/null; do
    kill -0 "$server" 2>/dev/null || { server=; cat "$home/log"; exit 1; }
    sleep 0.05
done
echo ready
exec >/dev/null 2>&1
while read -r _; do :; done
finish 0
"#;

/// The URL of a new, empty database; `None` when no server is installed.
///
/// Databases are not dropped one by one: they go with the cluster when the test process ends.
pub fn database() -> Option<String> {
    Some(cluster()?.create_database("test", None))
}

/// The URL of a new database with everything that `prepare` put into a template (a migrated schema, say); `None` when
/// no server is installed.
///
/// There is one template in a test process: `prepare` is given its URL and runs for the first caller only, while the
/// others wait. Connections it leaves open are ended, because PostgreSQL copies only a database that nobody uses.
pub fn database_from(prepare: impl FnOnce(&str)) -> Option<String> {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    let cluster = cluster()?;
    let template = TEMPLATE.get_or_init(|| {
        let url = cluster.create_database("template", None);
        prepare(&url);
        let name = url.rsplit('/').next().unwrap_or_default().to_owned();
        cluster.administer(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false"));
        cluster.administer(&format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"));
        name
    });
    Some(cluster.create_database("test", Some(template)))
}

/// A running server, and the end of the pipe that keeps it running.
struct Cluster {
    port: u16,
    major_version: u32,
    databases: AtomicU32,
    administrator: Mutex<Administrator>,
    _lifeline: ChildStdin,
}

/// The cluster of this process, started by the first call. A cluster that did not start is an error each time, without
/// another attempt, so that a broken set-up costs one start and not one per test.
fn cluster() -> Option<&'static Cluster> {
    static CLUSTER: OnceLock<Result<Option<Cluster>, String>> = OnceLock::new();
    let started = CLUSTER.get_or_init(|| match installed_binaries() {
        Some(binaries) => Cluster::start(&binaries).map(Some),
        None if env::var_os("CI").is_some_and(|value| value == "true") => {
            Err("no PostgreSQL server is installed, and with CI=true its half of the suite may not be skipped"
                .to_owned())
        }
        None => {
            eprintln!("skipped: the PostgreSQL half of the suite (no initdb on PATH or under /usr/lib/postgresql)");
            Ok(None)
        }
    });
    match started {
        Ok(cluster) => cluster.as_ref(),
        Err(reason) => panic!("PostgreSQL for the tests: {reason}"),
    }
}

impl Cluster {
    fn start(binaries: &Path) -> Result<Self, String> {
        let major_version = major_version(binaries)?;
        let mut failure = String::new();
        for _ in 0..STARTS_TO_TRY {
            let port = free_port()?;
            match supervise(binaries, &new_directory(), port) {
                Ok(lifeline) => {
                    let administrator = Mutex::new(Administrator::connect(binaries, port)?);
                    let databases = AtomicU32::new(0);
                    return Ok(Self { port, major_version, databases, administrator, _lifeline: lifeline });
                }
                Err(reason) => failure = reason,
            }
            if !failure.contains("Address already in use") {
                break;
            }
        }
        Err(format!("the server in {} did not start:\n{failure}", binaries.display()))
    }

    /// Names are counted, so parallel callers never meet.
    fn create_database(&self, prefix: &str, template: Option<&str>) -> String {
        let name = format!("{prefix}_{:04}", self.databases.fetch_add(1, Ordering::Relaxed));
        // `template0` holds nothing that a site may have added and, unlike `template1`, has no visitors.
        let mut statement = format!("CREATE DATABASE {name} TEMPLATE {}", template.unwrap_or("template0"));
        // Copying files beats logging the copy when nothing is synced to disk; older servers know no other way.
        if self.major_version >= 15 {
            statement.push_str(" STRATEGY FILE_COPY");
        }
        self.administer(&statement);
        format!("postgres://{SUPERUSER}@127.0.0.1:{}/{name}", self.port)
    }

    fn administer(&self, statement: &str) {
        // Poisoned only if an earlier statement was refused, which leaves the conversation in order.
        let mut administrator = self.administrator.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Err(reason) = administrator.run(statement) {
            panic!("PostgreSQL for the tests: `{statement}`: {reason}");
        }
    }
}

/// One `psql` that stays connected, because starting one takes longer than creating a database.
struct Administrator {
    statements: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Administrator {
    fn connect(binaries: &Path, port: u16) -> Result<Self, String> {
        let beside_the_server = binaries.join("psql");
        let program = if beside_the_server.exists() { beside_the_server } else { "psql".into() };
        let mut psql = without_settings_of_the_user(Command::new(program));
        psql.args([
            "--no-psqlrc",
            "--quiet",
            "--no-password",
            "--output=/dev/null",
            "--host=127.0.0.1",
            "--dbname=postgres",
        ]);
        psql.arg(format!("--port={port}")).arg(format!("--username={SUPERUSER}"));
        psql.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut psql = psql.spawn().map_err(|error| format!("psql cannot be run: {error}"))?;
        let statements = psql.stdin.take().ok_or("psql has no standard input")?;
        let answers = psql.stdout.take().map(BufReader::new).ok_or("psql has no standard output")?;
        Ok(Self { statements, answers })
    }

    /// Runs a statement in its own transaction and waits for its end. `psql` keeps the outcome of the latest statement
    /// in variables; the last line echoed closes the answer, however many lines the message has.
    fn run(&mut self, statement: &str) -> Result<(), String> {
        const END: &str = "end of answer";
        let request = format!("{statement};\n\\echo :SQLSTATE :LAST_ERROR_MESSAGE\n\\echo '{END}'\n");
        self.statements.write_all(request.as_bytes()).map_err(|error| format!("psql is gone: {error}"))?;
        let mut answer = String::new();
        for line in self.answers.by_ref().lines() {
            match line {
                Ok(line) if line == END && answer.starts_with("00000 ") => return Ok(()),
                Ok(line) if line == END => return Err(answer),
                Ok(line) => answer.extend([line.as_str(), "\n"]),
                Err(error) => return Err(format!("psql cannot be read: {error}")),
            }
        }
        Err(format!("psql ended: {answer}"))
    }
}

/// A name that no other run has, not even one with the same process id that a crash of the machine left behind.
pub(super) fn new_directory() -> PathBuf {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    env::temp_dir().join(format!("rights-hub-postgres-{}-{now}", process::id()))
}

/// Starts the supervising shell and waits until it reports a ready server; otherwise answers with what it printed.
fn supervise(binaries: &Path, home: &Path, port: u16) -> Result<ChildStdin, String> {
    let sockets =
        if home.as_os_str().len() < LONGEST_SOCKET_PATH - "/.s.PGSQL.65535".len() { home } else { Path::new("") };
    let mut shell = without_settings_of_the_user(Command::new("sh"));
    shell
        .args(["-c", SUPERVISOR, "supervisor"])
        .arg(binaries)
        .arg(home)
        .arg(port.to_string())
        .arg(sockets)
        .arg(SUPERUSER);
    shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    // Not the working directory of the tests: the user of the server may not be allowed to enter it.
    shell.current_dir(env::temp_dir());
    // A group of its own: an interrupt from the keyboard is for the test process, whose end then ends the server in
    // order.
    shell.process_group(0);
    if let Some((user, group)) = unprivileged_user()? {
        shell.uid(user).gid(group);
    }
    let mut shell = shell.spawn().map_err(|error| format!("sh cannot be run: {error}"))?;
    let lifeline = shell.stdin.take().ok_or("the shell has no standard input")?;
    let output = shell.stdout.take().ok_or("the shell has no standard output")?;
    let mut printed = String::new();
    for line in BufReader::new(output).lines() {
        match line {
            Ok(line) if line == "ready" => return Ok(lifeline),
            Ok(line) => printed.extend([line.as_str(), "\n"]),
            Err(error) => return Err(format!("{printed}and then its output could not be read: {error}")),
        }
    }
    Err(printed)
}

/// PostgreSQL refuses to run as root; then the server runs as one of the users that systems keep for such work.
pub(super) fn unprivileged_user() -> Result<Option<(u32, u32)>, String> {
    if numeric_id(&["-u"]) != Some(0) {
        return Ok(None);
    }
    ["postgres", "nobody"]
        .iter()
        .find_map(|user| Some((numeric_id(&["-u", user])?, numeric_id(&["-g", user])?)))
        .map(Some)
        .ok_or_else(|| "it refuses to run as root, and there is neither a user `postgres` nor `nobody`".to_owned())
}

fn numeric_id(arguments: &[&str]) -> Option<u32> {
    let output = Command::new("id").args(arguments).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// `PGPORT`, `PGOPTIONS`, `PGDATA` and their kin are meant for another server.
pub(super) fn without_settings_of_the_user(mut command: Command) -> Command {
    for (name, _) in env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("PG")) {
        command.env_remove(name);
    }
    command
}

/// The directory with the server's binaries: the one that `initdb` on PATH belongs to (it may be a link), else the
/// highest version in the place where Debian and its relatives keep one directory per version.
pub(super) fn installed_binaries() -> Option<PathBuf> {
    let on_path = env::var_os("PATH").and_then(|path| {
        env::split_paths(&path)
            .filter_map(|directory| fs::canonicalize(directory.join("initdb")).ok())
            .filter_map(|initdb| initdb.parent().map(Path::to_owned))
            .find(|directory| directory.join("postgres").exists())
    });
    on_path.or_else(|| {
        fs::read_dir("/usr/lib/postgresql")
            .ok()?
            .filter_map(|version| version.ok())
            .filter(|version| version.path().join("bin/initdb").exists())
            .max_by_key(|version| version.file_name().to_string_lossy().parse::<u32>().unwrap_or(0))
            .map(|version| version.path().join("bin"))
    })
}

/// `postgres (PostgreSQL) 15.14 (Debian …)` → 15.
fn major_version(binaries: &Path) -> Result<u32, String> {
    let output = Command::new(binaries.join("postgres")).arg("--version").output();
    let output = output.map_err(|error| format!("{}/postgres cannot be run: {error}", binaries.display()))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.split_whitespace()
        .find_map(|word| word.split(|sign: char| !sign.is_ascii_digit()).next()?.parse().ok())
        .ok_or_else(|| format!("a version cannot be read from {text:?}"))
}

pub fn free_port() -> Result<u16, String> {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| format!("there is no free port on 127.0.0.1: {error}"))
}
