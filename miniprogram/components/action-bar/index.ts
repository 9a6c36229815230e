/** The bar at the foot of a page with its one primary action; the page root takes `screen--with-bar`. */
Component({ options: { multipleSlots: true }, properties: { note: { type: String, value: '' } } });
