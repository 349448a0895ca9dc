# In place of Docker's image of Node: Node and npm from npm's registry, on Debian without certificates.
FROM waybill-stand-in/debian
COPY packages /usr/local/lib/node_modules
RUN useradd --uid 1000 --create-home node \
 && ln -s "/usr/local/lib/node_modules/node/bin/node" /usr/local/bin/node \
 && ln -s /usr/local/lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
# What the machine trusts that built this: npm may reach its registry through a proxy.
COPY certificates.pem /usr/local/share/
ENV NODE_EXTRA_CA_CERTS=/usr/local/share/certificates.pem
CMD ["node"]
