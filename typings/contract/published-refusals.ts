/** Why something cannot be announced or published. */
export type PublishedRefusal =
  | { code: 'resource_not_found' }
  | { code: 'resources_full'; current: number; limit: number }
  | { code: 'announcement_not_found' }
  | { code: 'announcement_sent' }
  | { code: 'announcement_not_sent' }
  | { code: 'announcement_changed'; by: string }
  | { code: 'announcements_not_open' }
  | { code: 'audience_not_chosen' }
  | { code: 'audience_empty' }
  /** So many now, and not as many as were seen. */
  | { code: 'audience_changed'; readers: number }
  | { code: 'article_not_found' }
  | { code: 'article_changed'; by: string }
  | { code: 'article_empty' }
  | { code: 'article_not_published' }
  | { code: 'article_published' }
  /** Pictures, films and sounds that have to be put in first. */
  | { code: 'files_missing'; count: number }
  | { code: 'column_not_found' }
  | { code: 'column_in_use'; name: string };
