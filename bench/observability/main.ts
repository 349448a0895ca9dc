throw new Error('npm run bench -- observability queries, or orders: see bench/README.md');
