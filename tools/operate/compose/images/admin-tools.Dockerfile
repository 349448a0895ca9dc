# In place of Temporal's image of its tools: the two that docker-compose.yml calls, and the schemas.
FROM waybill-stand-in/busybox
COPY temporal /usr/local/bin/temporal
COPY sql /usr/local/bin/temporal-sql-tool
COPY schema /etc/temporal/schema
CMD ["sleep", "infinity"]
