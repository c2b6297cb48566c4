// A list typed into cells: Enter and the arrows go from row to row, cells copied from a table spread over the cells
// below and beside, and rows are added as they are needed. Without this the form works as any other.

const form = document.querySelector("form[data-grid]");
const body = form.querySelector("tbody");
const count = form.elements.rows;
const most = Number(form.dataset.most);
const full = form.querySelector("template[data-full]");

const cells = (row) => [...row.querySelectorAll("input")];

function add() {
  if (body.rows.length >= most) {
    full.innerHTML = full.dataset.html;
    if (!form.querySelector("[data-grid-full]")) full.after(full.content);
    return null;
  }
  const row = body.rows[body.rows.length - 1].cloneNode(true);
  const number = body.rows.length;
  row.querySelector("[data-number]").textContent = number + 1;
  for (const error of row.querySelectorAll(".error")) error.remove();
  for (const cell of cells(row)) {
    cell.name = cell.id = `cell_${number}_${cell.dataset.name}`;
    cell.removeAttribute("aria-invalid");
    cell.setAttribute("aria-label", `${cell.dataset.label} ${number + 1}`);
    cell.value = "";
  }
  body.append(row);
  count.value = body.rows.length;
  return row;
}

function at(rowNumber, column) {
  const row = body.rows[rowNumber] ?? add();
  return row && cells(row)[column];
}

function place(cell) {
  const row = cell.closest("tr");
  return [[...body.rows].indexOf(row), cells(row).indexOf(cell)];
}

body.addEventListener("keydown", (event) => {
  if (!event.target.matches("input") || event.isComposing) return;
  const [row, column] = place(event.target);
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) return;
  event.preventDefault();
  const isLast = row + step >= body.rows.length;
  const next = row + step < 0 || (isLast && event.key !== "Enter") ? null : at(row + step, column);
  next?.focus();
});

body.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!event.target.matches("input") || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
  event.preventDefault();
  const [first, left] = place(event.target);
  text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").forEach((line, down) => {
    line.split("\t").forEach((value, right) => {
      const cell = at(first + down, left + right);
      if (cell) cell.value = value.trim();
    });
  });
});

form.querySelector("[name=more]")?.addEventListener("click", (event) => {
  event.preventDefault();
  const row = add();
  if (row) cells(row)[0].focus();
});
