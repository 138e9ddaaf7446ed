import type { Text } from '../base/texts.ts';
import type { AccountEventKind } from './account-events.ts';

/** What happened to an account, as a line of its history and as the news of an e-mail. */
export const accountEventTexts: Readonly<Record<AccountEventKind, Text>> = {
  'signed-in': { ar: 'تسجيل دخول', fr: 'Connexion', en: 'Signed in' },
  'signed-out': { ar: 'تسجيل خروج', fr: 'Déconnexion', en: 'Signed out' },
  'password-refused': { ar: 'محاولة دخول بكلمة مرور خاطئة', fr: 'Mot de passe erroné', en: 'Wrong password' },
  'factor-refused': {
    ar: 'كلمة المرور صحيحة لكن الإثبات الثاني خاطئ',
    fr: 'Bon mot de passe, mais mauvais second facteur',
    en: 'Right password, wrong second factor',
  },
  'session-ended': { ar: 'إنهاء جلسة', fr: 'Session fermée', en: 'Session ended' },
  'password-changed': { ar: 'تغيير كلمة المرور', fr: 'Mot de passe modifié', en: 'Password changed' },
  'password-reset-asked': {
    ar: 'طلب رابط لكلمة مرور منسية',
    fr: 'Lien demandé pour un mot de passe oublié',
    en: 'Link asked for a forgotten password',
  },
  'password-reset': {
    ar: 'تعيين كلمة مرور جديدة بالرابط',
    fr: 'Nouveau mot de passe choisi par le lien',
    en: 'New password set by the link',
  },
  'totp-added': {
    ar: 'إعداد تطبيق المصادقة',
    fr: 'Application d’authentification configurée',
    en: 'Authenticator app set up',
  },
  'totp-removed': {
    ar: 'إزالة تطبيق المصادقة',
    fr: 'Application d’authentification retirée',
    en: 'Authenticator app removed',
  },
  'passkey-added': { ar: 'إضافة مفتاح مرور', fr: 'Clé d’accès ajoutée', en: 'Passkey added' },
  'passkey-removed': { ar: 'إزالة مفتاح مرور', fr: 'Clé d’accès retirée', en: 'Passkey removed' },
  'recovery-codes-made': {
    ar: 'إصدار رموز استرداد جديدة',
    fr: 'Nouveaux codes de secours',
    en: 'New recovery codes made',
  },
  'recovery-code-used': { ar: 'استعمال رمز استرداد', fr: 'Code de secours utilisé', en: 'Recovery code used' },
  'provider-linked': {
    ar: 'ربط الحساب بالدخول الموحّد',
    fr: 'Compte lié à la connexion unique',
    en: 'Account linked to single sign-on',
  },
  'profile-changed': { ar: 'تعديل الاسم أو اللغة', fr: 'Nom ou langue modifiés', en: 'Name or language changed' },
  'account-closed': { ar: 'إغلاق الحساب', fr: 'Compte fermé', en: 'Account closed' },
  'account-reopened': { ar: 'إعادة فتح الحساب', fr: 'Compte rouvert', en: 'Account opened again' },
  'factors-taken': {
    ar: 'إزالة الإثبات الثاني من قبل المسؤول عن الحسابات',
    fr: 'Second facteur retiré par l’administrateur',
    en: 'Second factor taken away by an administrator',
  },
  'absence-said': { ar: 'تسجيل غياب', fr: 'Absence indiquée', en: 'Absence noted' },
  'absence-ended': { ar: 'إنهاء غياب', fr: 'Absence terminée', en: 'Absence ended' },
  joined: { ar: 'فتح الحساب بدعوة', fr: 'Compte ouvert sur invitation', en: 'Account opened by invitation' },
};
