# In place of Temporal's image of its UI: the same program and the same configuration, built by Go.
FROM waybill-stand-in/busybox
WORKDIR /home/ui-server
COPY ui ./ui-server
COPY docker.yaml config/
ENTRYPOINT ["./ui-server", "--env", "docker", "start"]
