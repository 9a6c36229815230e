/** One to five stars, as they were given; a sum of many shows its nearest whole number. */
Component({
  properties: {
    value: { type: Number, value: 0 },
    size: { type: String, value: '0.95em' },
  },
  data: { marks: [1, 2, 3, 4, 5] },
});
