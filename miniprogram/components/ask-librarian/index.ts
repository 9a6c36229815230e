import { open, routes } from '../../lib/routes';

/** A line that leads to a librarian, who is told from where: a title, or what was searched for. */
Component({
  properties: {
    text: { type: String, value: '' },
    titleId: { type: String, value: '' },
    title: { type: String, value: '' },
    search: { type: String, value: '' },
  },
  methods: {
    ask() {
      const { titleId, title, search } = this.data;
      open(routes.askLibrarian(titleId ? { titleId, title } : { search }));
    },
  },
});
