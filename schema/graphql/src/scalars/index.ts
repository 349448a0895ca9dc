import './currency-code.ts';
import './cursor.ts';
import './date-time.ts';
import './decimal.ts';
import './duration.ts';
import './id.ts';
import './json.ts';
