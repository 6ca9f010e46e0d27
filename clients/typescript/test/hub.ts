// The hub that the tests ask: a real one, whose address is in HUB_URL.
const given = process.env["HUB_URL"];
if (given === undefined) throw new Error("HUB_URL is the address of a running hub with the starter content");
export const url: string = given;

/** Writes to the hub as an editor, with the key in HUB_KEY. */
export async function manage(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<any> {
  const response = await fetch(`${url}/v1/manage${path}`, {
    method,
    headers: { authorization: `Bearer ${process.env["HUB_KEY"]}`, "content-type": "application/json", ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
