// The graphs of a monitored service, drawn from the numbers beside them. Without this script the table tells the same.
import uPlot from 'uplot';
import './monitoring.css';

type Column = (number | null)[];

const zone = 'Europe/Stockholm';
const language = document.documentElement.lang === 'en' ? 'en-GB' : 'sv-SE';
const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(language, { timeZone: zone, day: 'numeric', month: 'short' });
const whole = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
const date = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });

const columns: Record<string, number[]> = { traffic: [1, 2], latency: [3], loss: [4], availability: [5] };
const strokes = ['graph-in', 'graph-out'];

/** A stretch that nothing was measured in breaks the line. */
function withGaps(points: number[][], step: number): Column[] {
  const out: Column[] = points.map(() => []);
  points[0].forEach((time, i) => {
    if (i > 0 && time - points[0][i - 1] > step * 1.5) out.forEach((column, c) => column.push(c === 0 ? points[0][i - 1] + step : null));
    out.forEach((column, c) => column.push(points[c][i]));
  });
  return out;
}

/** What a canvas needs: the colour itself, not the variable that light and dark fill. */
function colour(host: HTMLElement, name: string): string {
  const probe = document.createElement('i');
  probe.className = name;
  probe.hidden = true;
  host.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

function range(kind: string) {
  if (kind === 'availability') return (_: uPlot, least: number | null): uPlot.Range.MinMax => {
    const low = least === null || least >= 99.9 ? 99 : Math.max(0, Math.floor(least - (100 - least) * .1));
    return [low, 100 + (100 - low) * .06];
  };
  const atLeast = kind === 'loss' ? 1 : .1;
  return (_: uPlot, __: number | null, most: number | null): uPlot.Range.MinMax => [0, Math.max(atLeast, (most ?? 0) * 1.1)];
}

function draw(figure: HTMLElement, data: Column[], step: number, span: [number, number], zoom: (from: number, to: number) => void): uPlot {
  const kind = figure.dataset.graph!;
  const names = figure.dataset.series!.split('|');
  const title = figure.querySelector('figcaption')!;
  const ink = () => colour(figure, 'graph-ink');
  const axis = { stroke: ink, font: '11px "Inter Variable", sans-serif', grid: { stroke: () => colour(figure, 'graph-line'), width: 1 }, ticks: { show: false } };
  const times = step === 86400 ? date : whole;
  const plot = new uPlot({
    width: Math.max(200, figure.clientWidth),
    height: 170,
    tzDate: time => uPlot.tzDate(new Date(time * 1e3), zone),
    legend: { live: true },
    cursor: {
      y: false,
      sync: { key: 'monitoring' },
      drag: { x: true, y: false, setScale: false },
      bind: { dblclick: () => () => { zoom(...span); return null; } },
    },
    scales: { x: { time: true, min: span[0], max: span[1], range: (_, from, to) => [from ?? span[0], to ?? span[1]] }, y: { range: range(kind) } },
    series: [
      { label: figure.dataset.time!, value: (_, v) => v === null ? '–' : times.format(v * 1e3) },
      ...columns[kind].map((_, i) => ({
        label: names[i] || title.textContent!,
        stroke: () => colour(figure, strokes[i]),
        fill: i === 0 && kind !== 'availability' ? () => colour(figure, 'graph-fill') : undefined,
        width: 1.5,
        points: { show: false },
        value: (_: uPlot, v: number | null) => v === null ? '–' : number.format(v),
      })),
    ],
    axes: [
      { ...axis, space: 60, size: 30, values: (_, splits, __, ___, step) => splits.map(t => step >= 86400 || clock.format(t * 1e3) === '00:00' ? day.format(t * 1e3) : clock.format(t * 1e3)) },
      { ...axis, space: 26, size: 46, values: (_, splits) => splits.map(v => v > 100 && kind === 'availability' ? '' : number.format(v)) },
    ],
    hooks: {
      setSelect: [u => {
        if (u.select.width < 4) return;
        const [from, to] = [u.posToVal(u.select.left, 'x'), u.posToVal(u.select.left + u.select.width, 'x')];
        u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        zoom(from, to);
      }],
    },
  }, [data[0], ...columns[kind].map(c => data[c])] as uPlot.AlignedData, figure);
  const canvas = figure.querySelector('.u-wrap')!;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-labelledby', title.id);
  return plot;
}

for (const host of document.querySelectorAll<HTMLElement>('[data-graphs]')) {
  const step = Number(host.dataset.step);
  const span: [number, number] = [Number(host.dataset.from), Number(host.dataset.to)];
  const data = withGaps(JSON.parse(host.dataset.points!) as number[][], step);
  const status = host.querySelector('.graph-range')!;
  const button = (name: string) => host.querySelector<HTMLButtonElement>(`[data-zoom=${name}]`)!;
  const least = step * 6;
  let shown = span;
  host.hidden = false;

  const zoom = (from: number, to: number) => {
    const length = Math.min(span[1] - span[0], Math.max(least, to - from));
    from = Math.max(span[0], Math.min(from + (to - from - length) / 2, span[1] - length));
    shown = [from, from + length];
    const isWhole = length >= span[1] - span[0];
    for (const plot of plots) plot.setScale('x', { min: shown[0], max: shown[1] });
    for (const name of ['out', 'all']) button(name).disabled = isWhole;
    button('in').disabled = length <= least;
    button('earlier').disabled = shown[0] <= span[0];
    button('later').disabled = shown[1] >= span[1];
    status.textContent = isWhole ? '' : shown.map(time => whole.format(time * 1e3)).join(' – ');
  };
  const plots: uPlot[] = [...host.querySelectorAll<HTMLElement>('[data-graph]')].map(figure => draw(figure, data, step, span, (from, to) => zoom(from, to)));

  host.addEventListener('click', event => {
    const way = (event.target as Element).closest<HTMLButtonElement>('[data-zoom]')?.dataset.zoom;
    const [length, middle] = [shown[1] - shown[0], (shown[0] + shown[1]) / 2];
    if (way === 'in') zoom(middle - length / 4, middle + length / 4);
    else if (way === 'out') zoom(middle - length, middle + length);
    else if (way === 'earlier') zoom(shown[0] - length / 2, shown[1] - length / 2);
    else if (way === 'later') zoom(shown[0] + length / 2, shown[1] + length / 2);
    else if (way === 'all') zoom(...span);
  });

  new ResizeObserver(() => {
    for (const plot of plots) {
      const width = Math.max(200, plot.root.parentElement!.clientWidth);
      if (width !== plot.width) plot.setSize({ width, height: plot.height });
    }
  }).observe(host);

  const repaint = () => plots.forEach(plot => plot.redraw(false, true));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
  new MutationObserver(repaint).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
}
