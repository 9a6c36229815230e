import { connect } from './lib/call';
import { followUpdates } from './lib/update';

App({
  onLaunch() {
    connect();
    followUpdates();
  },
});
