import type { Text } from '../base/texts.ts';

/** What points, lines and pieces of land say when they cannot be taken. */
export const mapTexts = {
  'not-a-point': {
    ar: 'أدخل في «{label}» خط العرض وخط الطول بالدرجات، مثل 33.8938 و35.5018',
    fr: 'Donnez pour « {label} » la latitude et la longitude en degrés, par exemple 33,8938 et 35,5018',
    en: 'Enter the latitude and the longitude in degrees for “{label}”, like 33.8938 and 35.5018',
  },
  'latitude-out-of-range': {
    ar: 'خط العرض في «{label}» يجب أن يكون بين ‎-90 و90 درجة: تحقّق من أنه لم يُكتب مكان خط الطول',
    fr: 'La latitude de « {label} » se situe entre -90 et 90 degrés : vérifiez qu’elle n’est pas à la place de la longitude',
    en: 'The latitude of “{label}” lies between -90 and 90 degrees: check that it does not stand in the place of the longitude',
  },
  'longitude-out-of-range': {
    ar: 'خط الطول في «{label}» يجب أن يكون بين ‎-180 و180 درجة: تحقّق منه',
    fr: 'La longitude de « {label} » se situe entre -180 et 180 degrés : vérifiez-la',
    en: 'The longitude of “{label}” lies between -180 and 180 degrees: check it',
  },
  'point-outside-country': {
    ar: 'النقطة في «{label}» خارج البلد أو في البحر: اخترها من جديد على الخريطة، أو تحقّق من الدرجات',
    fr: 'Le point de « {label} » est en mer ou hors du pays : choisissez-le de nouveau sur la carte ou vérifiez les degrés',
    en: 'The point of “{label}” lies in the sea or outside the country: choose it again on the map, or check the degrees',
  },
  'not-a-line-of-points': {
    ar: 'السطر {line} من «{label}» غير مفهوم: اكتب خط العرض ثم خط الطول، مثل 33.8938, 35.5018',
    fr: 'La ligne {line} de « {label} » ne se lit pas : donnez la latitude puis la longitude, par exemple 33.8938, 35.5018',
    en: 'Line {line} of “{label}” cannot be read: write the latitude, then the longitude, like 33.8938, 35.5018',
  },
  'not-a-trace': {
    ar: 'أدخل «{label}» نقطةً في كل سطر، أو خطًّا (LineString) بصيغة GeoJSON',
    fr: 'Donnez « {label} » avec un point par ligne, ou une ligne (LineString) en GeoJSON',
    en: 'Give “{label}” with a point on each line, or as a LineString in GeoJSON',
  },
  'not-an-area': {
    ar: 'أدخل «{label}» زاويةً في كل سطر، أو مضلّعًا واحدًا بلا فراغات (Polygon) بصيغة GeoJSON',
    fr: 'Donnez « {label} » avec un sommet par ligne, ou un seul polygone sans trou (Polygon) en GeoJSON',
    en: 'Give “{label}” with a corner on each line, or as one Polygon without holes in GeoJSON',
  },
  'too-few-points': {
    ar: '{min, plural, two {أدخل نقطتين مختلفتين على الأقل في «{label}»} few {أدخل # نقاط مختلفة على الأقل في «{label}»} other {أدخل # نقطة مختلفة على الأقل في «{label}»}}',
    fr: 'Donnez au moins {min} points différents pour « {label} »',
    en: 'Give at least {min} different points for “{label}”',
  },
  'too-many-points': {
    ar: 'نقاط «{label}» كثيرة: يُقبل منها {max} على الأكثر، فاحذف ما لا يغيّر الشكل',
    fr: '« {label} » a trop de points : {max} au plus ; retirez ceux qui ne changent pas la forme',
    en: '“{label}” has too many points: {max} at most; leave out those that do not change the shape',
  },
  'area-crosses-itself': {
    ar: 'حدود «{label}» تتقاطع: اكتب الزوايا بالترتيب كما لو كنت تسير حول الأرض',
    fr: 'Le contour de « {label} » se croise : donnez les sommets dans l’ordre, comme en faisant le tour du terrain',
    en: 'The outline of “{label}” crosses itself: give the corners in order, as if walking around the land',
  },
} as const satisfies Record<string, Text>;

/** Words for what a line or a piece of land measures. */
export const mapWords = {
  traceOf: {
    ar: '{length}، {count, plural, two {نقطتان} few {# نقاط} many {# نقطة} other {# نقطة}}',
    fr: '{length}, {count} points',
    en: '{length}, {count} points',
  },
  areaOf: {
    ar: '{surface}، {count, plural, few {# زوايا} many {# زاوية} other {# زاوية}}',
    fr: '{surface}, {count} sommets',
    en: '{surface}, {count} corners',
  },
  metres: { ar: '{number}\u00a0م', fr: '{number}\u00a0m', en: '{number}\u00a0m' },
  kilometres: { ar: '{number}\u00a0كلم', fr: '{number}\u00a0km', en: '{number}\u00a0km' },
  squareMetres: { ar: '{number}\u00a0م²', fr: '{number}\u00a0m²', en: '{number}\u00a0m²' },
  hectares: { ar: '{number}\u00a0هكتار', fr: '{number}\u00a0ha', en: '{number}\u00a0ha' },
  squareKilometres: { ar: '{number}\u00a0كلم²', fr: '{number}\u00a0km²', en: '{number}\u00a0km²' },
} as const satisfies Record<string, Text>;
