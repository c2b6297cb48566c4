// Draws a chart from the table that stands under it: the table is the figure, the drawing only shows its shape.
// <figure data-chart="bar|line"><canvas></canvas><table>…</table></figure>; cells carry data-value when their text is
// formatted for people. Colours come from the style sheet's tokens, so light and dark follow.

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const SERIES = ["--primary", "--soon", "--quiet", "--done"];

function numberOf(cell) {
  const value = Number(cell.dataset.value ?? cell.textContent);
  // An empty or hidden count ("under 5") is a gap, never a nought.
  return cell.dataset.value === "" || Number.isNaN(value) ? null : value;
}

// On a phone a long name takes two lines, so that the bars keep their room.
function folded(name, narrow) {
  if (!narrow || name.length <= 14) return name;
  return name.split(" ").reduce((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= 14) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
    return lines;
  }, []);
}

function read(table, sideways) {
  const head = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim());
  const rows = [...table.tBodies[0].rows];
  return {
    labels: rows.map((row) => folded(row.cells[0].textContent.trim(), table.clientWidth < 480)),
    datasets: head.map((label, column) => ({
      label,
      data: rows.map((row) => numberOf(row.cells[column + 1])),
      backgroundColor: token(SERIES[column % SERIES.length]),
      borderColor: token(SERIES[column % SERIES.length]),
      borderWidth: sideways ? 0 : 2,
      borderRadius: 2,
      pointRadius: 2,
      maxBarThickness: 28,
    })),
  };
}

// Writes each row's figure, as its cell says it, at the end of its bar: no axis to read it from.
function written(table, rtl) {
  return {
    id: "written",
    afterDatasetsDraw(chart) {
      const pen = chart.ctx;
      pen.save();
      pen.font = `500 13px ${token("--font")}`;
      pen.fillStyle = token("--ink");
      pen.textBaseline = "middle";
      pen.direction = rtl ? "rtl" : "ltr";
      pen.textAlign = "start";
      chart.data.datasets.forEach((_, column) => {
        chart.getDatasetMeta(column).data.forEach((bar, row) => {
          const end = Number.isFinite(bar.x) ? bar.x : chart.scales.x.getPixelForValue(0);
          pen.fillText(table.tBodies[0].rows[row].cells[column + 1].textContent.trim(), end + (rtl ? -6 : 6), bar.y);
        });
      });
      pen.restore();
    },
  };
}

function draw(figure) {
  const rtl = document.documentElement.dir === "rtl";
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const ticks = { color: token("--quiet"), font: { family: token("--font"), size: 13 } };
  const sideways = figure.dataset.chart === "bar";
  const table = figure.querySelector("table");
  const data = read(table, sideways);
  const values = { beginAtZero: true, reverse: rtl && sideways, grid: { color: token("--line") }, ticks };
  if (sideways) Object.assign(values, { grid: { display: false }, ticks: { display: false }, border: { display: false } });
  const names = { reverse: rtl && !sideways, position: rtl && sideways ? "right" : undefined, grid: { display: false }, ticks };
  return new window.Chart(figure.querySelector("canvas"), {
    type: figure.dataset.chart,
    data,
    plugins: sideways ? [written(table, rtl)] : [],
    options: {
      indexAxis: sideways ? "y" : "x",
      animation: still ? false : { duration: 120 },
      maintainAspectRatio: false,
      // Room for the figure written after the longest bar.
      layout: { padding: sideways ? { [rtl ? "left" : "right"]: 56 } : 0 },
      locale: document.documentElement.lang,
      scales: sideways ? { x: values, y: names } : { x: names, y: { ...values, position: rtl ? "right" : "left" } },
      plugins: { legend: { display: data.datasets.length > 1, rtl, labels: { color: token("--ink"), font: ticks.font } } },
    },
  });
}

const charts = new Map();
function all() {
  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    charts.get(figure)?.destroy();
    charts.set(figure, draw(figure));
  }
}

if (window.Chart) {
  all();
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
}
