/** A CSV file (RFC 4180) as another program than its writer reads it; the byte order mark is no part of the first field. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let [row, field, quoted]: [string[], string, boolean] = [[], '', false];
  const rest = text.replace(/^\uFEFF/u, '');
  for (let at = 0; at < rest.length; at += 1) {
    const character = rest.charAt(at);
    if (quoted) {
      if (character !== '"') field += character;
      else if (rest.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && field === '') quoted = true;
    else if (character === ',') {
      row.push(field);
      field = '';
    } else if (character === '\n' && rest.charAt(at - 1) === '\r') {
      rows.push([...row, field.slice(0, -1)]);
      [row, field] = [[], ''];
    } else field += character;
  }
  return rows;
}
