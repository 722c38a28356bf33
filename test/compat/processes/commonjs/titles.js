exports.titles = { plan: 'Make a plan' };
