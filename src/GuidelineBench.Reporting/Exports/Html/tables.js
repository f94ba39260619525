// Rows of a table are sorted by a click on a head and filtered by words. The page is whole without it.
'use strict';
const FEWEST_TO_SORT = 3, FEWEST_TO_FILTER = 20, SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function element(name, properties, ...content) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
}

function cellAt(row, column) {
  return [...row.cells].find(cell => (column -= cell.colSpan) < 0);
}

/** The number that a cell begins with, thousands parted by thin spaces, e.g. "1 020", "+4.1 %", "1.2 × 10⁻⁵"; NaN without one. */
function numberOf(cell) {
  return parseFloat(cell.dataset.sort ?? cell.textContent.replace(/[\s±+]/g, '').replace('−', '-')
    .replace(/×10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/, (_, minus, digits) => 'e' + (minus && '-') + [...digits].map(digit => SUPERSCRIPTS.indexOf(digit)).join('')));
}

function textOf(node) {
  return node ? node.textContent.toLowerCase().replace(/\s/g, ' ') : '';
}

/** Numbers inside of texts by their values, e.g. 1:2 before 1:12 and 0.25 before 0.4. */
function compareTexts(one, other) {
  const [parts, others] = [one, other].map(text => text.match(/\d+(\.\d+)?|\D+/g) ?? []);
  for (let i = 0; i < Math.min(parts.length, others.length); i++) {
    const difference = parts[i] - others[i] || parts[i].localeCompare(others[i], 'en');
    if (difference)
      return difference;
  }
  return parts.length - others.length;
}

function comparison(head, column) {
  return head.matches('.name, .text, .prose')
    ? (one, other) => compareTexts(cellAt(one, column).textContent, cellAt(other, column).textContent)
    : (one, other) => {
      const [a, b] = [numberOf(cellAt(one, column)), numberOf(cellAt(other, column))];
      return Number.isNaN(a) || Number.isNaN(b) ? 0 : a - b;
    };
}

function addSorting(table, groups) {
  const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
  heads.forEach((head, column) => {
    if (head.matches('td, .picture'))
      return;
    const button = element('button', { type: 'button', title: 'Sort by this column' });
    if (head.querySelector('a')) {
      button.ariaLabel = 'Sort by ' + head.textContent;
      button.append('↕');
    } else {
      button.append(...head.childNodes);
    }
    head.append(button);
    button.addEventListener('click', () => {
      // Up, down, as it was.
      const order = { ascending: 'descending', descending: '' }[head.ariaSort] ?? 'ascending';
      heads.forEach(other => other.removeAttribute('aria-sort'));
      if (order)
        head.ariaSort = order;
      const compare = comparison(head, column), sign = order === 'descending' ? -1 : 1;
      const hasNone = row => !head.matches('.name, .text, .prose') && Number.isNaN(numberOf(cellAt(row, column)));
      for (const { body, head: name, rows } of groups) {
        const sorted = order ? [...rows].sort((one, other) => hasNone(one) - hasNone(other) || sign * compare(one, other)) : rows;
        body.append(...(name ? [name] : []), ...sorted);
      }
    });
  });
}

function addFilter(box, groups, count) {
  const status = element('span', { role: 'status' });
  const input = element('input', { type: 'search', autocomplete: 'off' });
  input.ariaLabel = 'Filter rows of ' + box.ariaLabel;
  input.addEventListener('input', () => {
    const words = textOf({ textContent: input.value }).split(' ').filter(word => word);
    let shown = 0;
    for (const { body, head, rows } of groups) {
      for (const row of rows)
        row.hidden = !words.every(word => (textOf(head) + ' ' + textOf(row)).includes(word));
      const left = rows.filter(row => !row.hidden).length;
      body.hidden = left === 0;
      shown += left;
    }
    status.textContent = words.length ? `${shown} of ${count} rows` : '';
  });
  box.before(element('p', { className: 'filter' }, element('label', {}, 'Filter rows ', input), ' ', status));
}

for (const box of document.querySelectorAll('.scroll')) {
  const table = box.querySelector(':scope > table');
  if (!table)
    continue;
  const groups = [...table.tBodies].map(body => ({
    body,
    head: body.querySelector('.scale'),
    rows: [...body.rows].filter(row => !row.matches('.scale')),
  }));
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  if (count >= FEWEST_TO_SORT)
    addSorting(table, groups);
  if (count >= FEWEST_TO_FILTER)
    addFilter(box, groups, count);
}
