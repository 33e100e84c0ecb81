// Maps of Driftinformation: counties below, areas and marks above. All that is on them stands in the page's text too.
import L from 'leaflet';
import type { FeatureCollection, Geometry } from 'geojson';
import './map.css';
import counties from '../geo/counties.json';
import { showCoverage } from '../map/coverage';

interface Incident {
  title: string;
  link: string;
  kind: 'outage' | 'work';
  state: 'planned' | 'current' | 'ended';
  area: string;
  own: boolean;
  lines: string[];
  geometry: Geometry;
}

const sweden = L.latLngBounds([55.1, 10.6], [69.2, 24.3]);

function popup(incident: Incident): HTMLElement {
  const box = document.createElement('div');
  const link = document.createElement('a');
  link.href = incident.link;
  link.textContent = incident.title;
  box.append(link, ...incident.lines.map(line => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  }));
  return box;
}

function mark(incident: Incident, at: L.LatLngExpression): L.Marker {
  const sign = document.createElement('i');
  sign.className = ['map-mark', `is-${incident.kind}`, incident.own ? 'is-own' : '', incident.state === 'ended' ? 'is-ended' : ''].join(' ').trim();
  sign.ariaHidden = 'true';
  const letter = document.createElement('b');
  letter.textContent = incident.state === 'ended' ? '✓' : incident.kind === 'work' ? 'P' : '!';
  sign.append(letter);
  const name = [incident.title, ...incident.lines].join('. ');
  const marker = L.marker(at, { icon: L.divIcon({ html: sign, className: '', iconSize: [26, 26] }), keyboard: true, title: name, riseOnHover: true });
  marker.on('add', () => marker.getElement()?.setAttribute('aria-label', name));
  return marker.bindPopup(popup(incident));
}

function show(map: L.Map, incident: Incident): L.LatLngBounds {
  const bounds = L.latLngBounds([]);
  const shape = L.geoJSON(incident.geometry, {
    style: { className: ['map-area', `is-${incident.area}`, incident.own ? 'is-own' : ''].join(' ').trim() },
    pointToLayer: (_, at) => mark(incident, at),
    onEachFeature: (_, layer) => {
      if (layer instanceof L.Polygon) layer.bindPopup(popup(incident));
    },
  }).addTo(map);
  bounds.extend(shape.getBounds());
  // An area has a mark in its middle: it is seen when it is small, and the keyboard comes to it.
  if (incident.geometry.type.endsWith('Polygon')) mark(incident, shape.getBounds().getCenter()).addTo(map);
  return bounds;
}

function make(host: HTMLElement): { map: L.Map; base: L.GeoJSON | null } {
  host.hidden = false;
  host.parentElement?.querySelector('[data-map-missing]')?.remove();
  const tiles = host.dataset.tiles ?? '';
  const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(host, {
    zoomAnimation: moves, fadeAnimation: moves, markerZoomAnimation: moves,
    zoomControl: false, minZoom: 3, maxZoom: tiles ? 17 : 11, zoomSnap: .25, maxBounds: sweden.pad(.6), maxBoundsViscosity: .8,
    scrollWheelZoom: false, attributionControl: tiles !== '',
  });
  L.control.zoom({ zoomInTitle: host.dataset.zoomIn, zoomOutTitle: host.dataset.zoomOut }).addTo(map);
  // The wheel scrolls the page until the map has been taken hold of.
  map.on('focus', () => map.scrollWheelZoom.enable()).on('blur', () => map.scrollWheelZoom.disable());
  let base: L.GeoJSON | null = null;
  map.createPane('land').style.zIndex = '300'; // below what is drawn on it
  if (tiles) {
    map.attributionControl.setPrefix(false);
    L.tileLayer(tiles, { attribution: host.dataset.source, maxZoom: 17 }).addTo(map);
  } else base = L.geoJSON(counties as FeatureCollection, { interactive: false, pane: 'land', style: { className: 'map-county' } }).addTo(map);
  map.fitBounds(sweden);
  return { map, base };
}

for (const host of document.querySelectorAll<HTMLElement>('[data-map]')) {
  const { map, base } = make(host);
  const incidents = JSON.parse(host.dataset.incidents ?? '[]') as Incident[];
  // The reader's own last, so that they lie on top.
  const shown = [...incidents].reverse().map(incident => show(map, incident));
  if (host.dataset.coverage) showCoverage(host, map, base);
  else if (shown.length === 1) map.fitBounds(shown[0].pad(.5), { maxZoom: 8 });
}
