/** Only the desk's list opens it; without an id it begins a new one. */
export const editAnnouncement = (announcementId = ''): string =>
  `/features/announcements/pages/edit/index?announcementId=${encodeURIComponent(announcementId)}`;
