// Coverage of the mobile network: one layer, fetched when it is shown; the place that is pressed is told beside the map.
import L from 'leaflet';
import type { FeatureCollection } from 'geojson';
import './coverage.css';

const panes = { areas: 'coverage', borders: 'borders' };

function note(host: HTMLElement, text: string | undefined) {
  const place = host.parentElement?.querySelector<HTMLElement>('[data-coverage-note]');
  if (!place) return;
  place.textContent = text ?? '';
  place.hidden = !text;
}

async function load(host: HTMLElement, map: L.Map): Promise<void> {
  try {
    const answer = await fetch(host.dataset.coverage!, { credentials: 'same-origin' });
    if (answer.status === 404) return note(host, host.dataset.none);
    if (!answer.ok) return note(host, host.dataset.failed);
    const layer = await answer.json() as FeatureCollection;
    L.geoJSON(layer, {
      interactive: false,
      pane: panes.areas,
      style: feature => {
        const level = String(feature?.properties?.level ?? '');
        const name = level.charAt(0).toUpperCase() + level.slice(1);
        return { stroke: false, fillColor: `url(#cov-${name})`, fillOpacity: 1, fillRule: 'nonzero', className: `map-coverage is-${level}` };
      },
    }).addTo(map);
  } catch {
    note(host, host.dataset.failed);
  }
}

// The last place that was asked for: an answer that comes after the next question is dropped.
let asked: L.LatLng | null = null;

/** Asks for the place as a page would, and shows the answer where a page has it. */
async function tell(host: HTMLElement, at: L.LatLng): Promise<void> {
  const target = document.querySelector<HTMLElement>('[data-coverage-at]');
  if (!target) return;
  const net = new URLSearchParams(location.search).get('net') ?? '';
  const query = new URLSearchParams({ handler: 'At', net, lat: at.lat.toFixed(5), lon: at.lng.toFixed(5) });
  try {
    const answer = await fetch(`/network?${query}`, { credentials: 'same-origin' });
    if (!answer.ok) throw new Error(answer.statusText);
    const text = await answer.text();
    if (at === asked) target.innerHTML = text;
  } catch {
    if (at === asked) target.textContent = host.dataset.failed ?? '';
  }
}

/** The place goes with the address, and with the links to the other networks. */
function keep(at: L.LatLng): void {
  const placed = (address: string): string => {
    const url = new URL(address);
    url.searchParams.delete('place');
    url.searchParams.set('lat', at.lat.toFixed(5));
    url.searchParams.set('lon', at.lng.toFixed(5));
    return url.href;
  };
  history.replaceState(history.state, '', placed(location.href));
  const sought = document.querySelector<HTMLInputElement>('#place');
  if (sought) sought.value = '';
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-keep-place] a, a[data-keep-place]')) link.href = placed(link.href);
}

export function showCoverage(host: HTMLElement, map: L.Map, borders: L.GeoJSON | null): void {
  map.createPane(panes.areas).style.zIndex = '350';
  map.createPane(panes.borders).style.zIndex = '360';
  map.getPane(panes.borders)!.style.pointerEvents = 'none';
  if (borders) L.geoJSON(borders.toGeoJSON(), { interactive: false, pane: panes.borders, style: { className: 'map-border' } }).addTo(map);
  void load(host, map);

  const here = L.marker([0, 0], { interactive: false, keyboard: false, icon: L.divIcon({ html: '', className: 'map-here', iconSize: [22, 22] }) });
  const ask = (at: L.LatLng) => {
    asked = at;
    here.setLatLng(at).addTo(map);
    host.classList.add('is-told');
    keep(at);
    void tell(host, at);
  };
  map.on('movestart', () => host.classList.remove('is-told'));
  map.on('click', event => ask(event.latlng));
  host.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target === host) ask(map.getCenter());
  });
  if (host.dataset.lat && host.dataset.lon) {
    const at = L.latLng(Number(host.dataset.lat), Number(host.dataset.lon));
    here.setLatLng(at).addTo(map);
    map.setView(at, 7);
    host.classList.add('is-told');
  }
}
