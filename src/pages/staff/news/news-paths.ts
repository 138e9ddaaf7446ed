export const newsPath = '/staff/notifications';
export const newsReadPath = `${newsPath}/read`;
export const newsSettingsPath = `${newsPath}/settings`;
