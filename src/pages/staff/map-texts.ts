import type { Text } from '../../base/texts.ts';

/** Words around the records of a worklist on a map. */
export const staffMapTexts = {
  show: { ar: 'طريقة العرض', fr: 'Affichage', en: 'Shown as' },
  list: { ar: 'قائمة', fr: 'Liste', en: 'List' },
  map: { ar: 'خريطة', fr: 'Carte', en: 'Map' },
  mapOf: { ar: 'خريطة الطلبات', fr: 'Carte des demandes', en: 'Map of the records' },
  controls: { ar: 'التنقّل على الخريطة', fr: 'Se déplacer sur la carte', en: 'Move on the map' },
  zoomIn: { ar: 'تكبير', fr: 'Agrandir', en: 'Zoom in' },
  zoomOut: { ar: 'تصغير', fr: 'Réduire', en: 'Zoom out' },
  north: { ar: 'نحو الشمال', fr: 'Vers le nord', en: 'North' },
  south: { ar: 'نحو الجنوب', fr: 'Vers le sud', en: 'South' },
  east: { ar: 'نحو الشرق', fr: 'Vers l’est', en: 'East' },
  west: { ar: 'نحو الغرب', fr: 'Vers l’ouest', en: 'West' },
  whole: { ar: 'البلد كله', fr: 'Tout le pays', en: 'Whole country' },
  cluster: {
    ar: '{count, plural, one {طلب واحد} two {طلبان: #،} few {# طلبات} many {# طلبًا} other {# طلب}} قرب {place}: تقريب',
    fr: '{count, plural, one {# demande} other {# demandes}} vers {place} : agrandir',
    en: '{count, plural, one {# record} other {# records}} near {place}: zoom in',
  },
  onMap: {
    ar: '{count, plural, =0 {لا طلبات على هذا الجزء من الخريطة} one {طلب واحد على هذا الجزء من الخريطة} two {طلبان على هذا الجزء من الخريطة} few {# طلبات على هذا الجزء من الخريطة} many {# طلبًا على هذا الجزء من الخريطة} other {# طلب على هذا الجزء من الخريطة}}',
    fr: '{count, plural, =0 {Aucune demande sur cette partie de la carte} one {# demande sur cette partie de la carte} other {# demandes sur cette partie de la carte}}',
    en: '{count, plural, =0 {No records on this part of the map} one {# record on this part of the map} other {# records on this part of the map}}',
  },
  outside: {
    ar: '{count, plural, one {طلب واحد خارج هذا الجزء} two {طلبان خارج هذا الجزء} few {# طلبات خارج هذا الجزء} many {# طلبًا خارج هذا الجزء} other {# طلب خارج هذا الجزء}}.',
    fr: '{count, plural, one {# demande ailleurs} other {# demandes ailleurs}}.',
    en: '{count, plural, one {# record elsewhere} other {# records elsewhere}}.',
  },
  nowhere: {
    ar: '{count, plural, one {طلب واحد بلا نقطة ولا مكان معروف، وهو في القائمة فقط} two {طلبان بلا نقطة ولا مكان معروف، وهما في القائمة فقط} few {# طلبات بلا نقطة ولا مكان معروف، وهي في القائمة فقط} many {# طلبًا بلا نقطة ولا مكان معروف، وهي في القائمة فقط} other {# طلب بلا نقطة ولا مكان معروف، وهي في القائمة فقط}}.',
    fr: '{count, plural, one {# demande sans point ni lieu connu : dans la liste seulement} other {# demandes sans point ni lieu connu : dans la liste seulement}}.',
    en: '{count, plural, one {# record with neither a point nor a known place: in the list only} other {# records with neither a point nor a known place: in the list only}}.',
  },
  partly: {
    ar: 'تُظهر الخريطة أحدث الطلبات فقط: احصر القائمة لترى غيرها.',
    fr: 'La carte ne montre que les plus récentes : restreignez la liste pour voir les autres.',
    en: 'The map shows the newest only: narrow the list to see others.',
  },
  legend: { ar: 'مفتاح الخريطة', fr: 'Légende', en: 'Legend' },
  urgent: { ar: 'عاجل', fr: 'Urgent', en: 'Urgent' },
  overdue: { ar: 'متأخّر', fr: 'En retard', en: 'Overdue' },
  open: { ar: 'للمعالجة', fr: 'À traiter', en: 'To deal with' },
  other: { ar: 'غير ذلك', fr: 'Autre', en: 'Other' },
  several: {
    ar: 'عدة طلبات، والعدد في الدائرة',
    fr: 'Plusieurs demandes, leur nombre',
    en: 'Several records, and how many',
  },
  approximate: {
    ar: 'موضع تقريبي: مكان الطلب لا نقطته (خط متقطّع)',
    fr: 'Position approximative : le lieu, sans point (pointillé)',
    en: 'Approximate: the place, without a point (dashed)',
  },
  approximateShort: { ar: 'موضع تقريبي', fr: 'position approximative', en: 'approximate position' },
  illustrative: {
    ar: 'الحدود توضيحية وليست رسمية.',
    fr: 'Limites illustratives, non officielles.',
    en: 'Boundaries are illustrative, not official.',
  },
  wrongBox: {
    ar: 'اكتب الغرب والجنوب والشرق والشمال بالدرجات، مثل 35,33,36.7,34.8',
    fr: 'Donnez l’ouest, le sud, l’est et le nord en degrés, par exemple 35,33,36.7,34.8',
    en: 'Give west, south, east and north in degrees, like 35,33,36.7,34.8',
  },
  inPicture: { ar: 'ما على الخريطة', fr: 'Sur la carte', en: 'On the map' },
} as const satisfies Record<string, Text>;
