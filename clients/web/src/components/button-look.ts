import styles from './button.module.css';

export type ButtonLook = 'primary' | 'plain' | 'danger' | 'quiet';

export const buttonLook = (look: ButtonLook, more = ''): string => `${styles.button} ${styles[look]} ${more}`;
