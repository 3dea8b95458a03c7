/** Where an area code is, as far as the sandbox knows it. */
export interface Place {
  readonly city: string
  readonly region: string
  /** The region's short form where people use one ("CA"), else the region itself. */
  readonly regionCode: string
}

/** Prefix of the international number, then city, region, region code. */
const AREAS: readonly (readonly [prefix: string, city: string, region: string, regionCode?: string])[] = [
  ['1212', 'New York', 'New York', 'NY'],
  ['1206', 'Seattle', 'Washington', 'WA'],
  ['1213', 'Los Angeles', 'California', 'CA'],
  ['1214', 'Dallas', 'Texas', 'TX'],
  ['1215', 'Philadelphia', 'Pennsylvania', 'PA'],
  ['1202', 'Washington', 'District of Columbia', 'DC'],
  ['1303', 'Denver', 'Colorado', 'CO'],
  ['1305', 'Miami', 'Florida', 'FL'],
  ['1312', 'Chicago', 'Illinois', 'IL'],
  ['1313', 'Detroit', 'Michigan', 'MI'],
  ['1404', 'Atlanta', 'Georgia', 'GA'],
  ['1415', 'San Francisco', 'California', 'CA'],
  ['1503', 'Portland', 'Oregon', 'OR'],
  ['1512', 'Austin', 'Texas', 'TX'],
  ['1602', 'Phoenix', 'Arizona', 'AZ'],
  ['1615', 'Nashville', 'Tennessee', 'TN'],
  ['1617', 'Boston', 'Massachusetts', 'MA'],
  ['1619', 'San Diego', 'California', 'CA'],
  ['1702', 'Las Vegas', 'Nevada', 'NV'],
  ['1704', 'Charlotte', 'North Carolina', 'NC'],
  ['1713', 'Houston', 'Texas', 'TX'],
  ['1416', 'Toronto', 'Ontario', 'ON'],
  ['1514', 'Montreal', 'Quebec', 'QC'],
  ['1604', 'Vancouver', 'British Columbia', 'BC'],
  ['1403', 'Calgary', 'Alberta', 'AB'],
  ['1613', 'Ottawa', 'Ontario', 'ON'],
  ['4420', 'London', 'England'],
  ['44113', 'Leeds', 'England'],
  ['44117', 'Bristol', 'England'],
  ['44131', 'Edinburgh', 'Scotland'],
  ['44141', 'Glasgow', 'Scotland'],
  ['44161', 'Manchester', 'England'],
  ['4429', 'Cardiff', 'Wales'],
  ['331', 'Paris', 'Île-de-France'],
  ['334', 'Marseille', 'Provence-Alpes-Côte d’Azur'],
  ['4930', 'Berlin', 'Berlin'],
  ['4940', 'Hamburg', 'Hamburg'],
  ['4969', 'Frankfurt am Main', 'Hesse'],
  ['49221', 'Cologne', 'North Rhine-Westphalia'],
  ['4989', 'Munich', 'Bavaria'],
  ['468', 'Stockholm', 'Stockholm County'],
  ['4631', 'Gothenburg', 'Västra Götaland'],
  ['612', 'Sydney', 'New South Wales', 'NSW'],
  ['613', 'Melbourne', 'Victoria', 'VIC'],
  ['617', 'Brisbane', 'Queensland', 'QLD'],
  ['3120', 'Amsterdam', 'North Holland'],
  ['3110', 'Rotterdam', 'South Holland'],
  ['3491', 'Madrid', 'Madrid'],
  ['3493', 'Barcelona', 'Catalonia'],
  ['3902', 'Milan', 'Lombardy'],
  ['3906', 'Rome', 'Lazio'],
  ['5511', 'São Paulo', 'São Paulo', 'SP'],
  ['5521', 'Rio de Janeiro', 'Rio de Janeiro', 'RJ'],
  ['813', 'Tokyo', 'Tokyo'],
  ['816', 'Osaka', 'Osaka'],
  ['9122', 'Mumbai', 'Maharashtra'],
]

const byPrefix = new Map(AREAS.map(([prefix, ...place]) => [prefix, place]))
const LONGEST_PREFIX = 5

/** The place of a geographic number given as digits without `+`; undefined where the sandbox knows none. */
export function placeOf(digits: string): Place | undefined {
  for (let length = LONGEST_PREFIX; length > 0; length -= 1) {
    const place = byPrefix.get(digits.slice(0, length))
    if (place === undefined) continue
    const [city, region, regionCode] = place
    return { city, region, regionCode: regionCode ?? region }
  }
  return undefined
}
