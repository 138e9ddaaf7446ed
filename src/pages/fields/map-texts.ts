import type { Text } from '../../base/texts.ts';

/** Words around maps and coordinates, whatever the service. */
export const mapPageTexts = {
  latitude: { ar: 'خط العرض (شمالًا)', fr: 'Latitude (nord)', en: 'Latitude (north)' },
  longitude: { ar: 'خط الطول (شرقًا)', fr: 'Longitude (est)', en: 'Longitude (east)' },
  pointHint: {
    ar: 'بالدرجات العشرية، كما تظهر في تطبيق الخرائط على هاتفك، مثل 33.8938 و35.5018',
    fr: 'En degrés décimaux, comme les donne l’application de cartes de votre téléphone, par exemple 33,8938 et 35,5018',
    en: 'In decimal degrees, as the map application of your phone gives them, like 33.8938 and 35.5018',
  },
  showOnMap: { ar: 'عرض على الخريطة', fr: 'Montrer sur la carte', en: 'Show on the map' },
  useMyPosition: { ar: 'استخدام موقعي الحالي', fr: 'Utiliser ma position', en: 'Use my position' },
  locating: { ar: 'جارٍ تحديد موقعك…', fr: 'Localisation en cours…', en: 'Finding where you are…' },
  located: {
    ar: 'تم تحديد موقعك، بدقة {metres} م تقريبًا',
    fr: 'Position trouvée, à {metres} m près',
    en: 'Your position was found, to within about {metres} m',
  },
  notLocated: {
    ar: 'تعذّر تحديد موقعك: اسمح للمتصفّح باستخدام الموقع، أو اكتب الدرجات بنفسك',
    fr: 'Votre position est introuvable : autorisez le navigateur à l’utiliser, ou saisissez les degrés vous-même',
    en: 'Your position could not be found: allow the browser to use it, or type the degrees yourself',
  },
  outside: {
    ar: 'خارج البلد أو في البحر: تحقّق من النقطة',
    fr: 'Hors du pays ou en mer : vérifiez le point',
    en: 'Outside the country or in the sea: check the point',
  },
  illustrative: {
    ar: 'الحدود توضيحية وليست رسمية',
    fr: 'Limites illustratives, non officielles',
    en: 'Boundaries are illustrative, not official',
  },
  pressOnMap: {
    ar: 'اضغط على الخريطة حيث تقع النقطة',
    fr: 'Appuyez sur la carte à l’endroit du point',
    en: 'Press on the map where the point is',
  },
  lookWider: { ar: 'عرض منطقة أوسع', fr: 'Voir plus large', en: 'Look wider' },
  mapOfCountry: {
    ar: 'خريطة {country}',
    fr: 'Carte du pays : {country}',
    en: 'Map of {country}',
  },
  pointOnMap: {
    ar: 'خريطة {country} وعليها النقطة: {where}',
    fr: 'Carte du pays avec le point : {country}, {where}',
    en: 'Map of {country} with the point: {where}',
  },
  near: { ar: 'بالقرب من {place}', fr: 'Près de {place}', en: 'Near {place}' },
  awayFrom: {
    ar: 'على بُعد {distance} كلم تقريبًا من {place}',
    fr: 'À {distance} km environ de {place}',
    en: 'About {distance} km from {place}',
  },
  farAway: {
    ar: 'بعيدًا عن كل بلديات البلد: تحقّق من الدرجات',
    fr: 'Loin de toutes les communes du pays : vérifiez les degrés',
    en: 'Far from every municipality of the country: check the degrees',
  },
  traceHint: {
    ar: 'اكتب كل نقطة في سطر: خط العرض، ثم فاصلة، ثم خط الطول. ويمكنك لصق ملف GeoJSON.',
    fr: 'Donnez un point par ligne : la latitude, une virgule, la longitude. Vous pouvez aussi coller du GeoJSON.',
    en: 'Write a point on each line: the latitude, a comma, the longitude. You can also paste GeoJSON.',
  },
  areaHint: {
    ar: 'اكتب زوايا الأرض بالترتيب، كل زاوية في سطر: خط العرض، ثم فاصلة، ثم خط الطول. ويمكنك لصق ملف GeoJSON.',
    fr: 'Donnez les sommets du terrain dans l’ordre, un par ligne : la latitude, une virgule, la longitude. Vous pouvez aussi coller du GeoJSON.',
    en: 'Write the corners of the land in order, one on each line: the latitude, a comma, the longitude. You can also paste GeoJSON.',
  },
  shapeOf: { ar: 'شكل «{label}»: {words}', fr: 'Forme de « {label} » : {words}', en: 'Shape of “{label}”: {words}' },
} as const satisfies Record<string, Text>;
