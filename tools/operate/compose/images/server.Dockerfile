# In place of Temporal's image of its server: the same program and the same entrypoint, built by Go.
FROM waybill-stand-in/busybox
COPY server /usr/local/bin/temporal-server
COPY entrypoint.sh /etc/temporal/
WORKDIR /etc/temporal
CMD ["sh", "/etc/temporal/entrypoint.sh"]
