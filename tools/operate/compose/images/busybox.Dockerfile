# In place of Alpine, on which Temporal's images stand: BusyBox, and a user of that name.
FROM waybill-stand-in/debian AS busybox
RUN apt-get update && apt-get install -y --no-install-recommends busybox-static \
 && mkdir --parents /small/bin /small/etc /small/home/temporal /small/usr/local/bin && mkdir --mode 1777 /small/tmp \
 && cp /bin/busybox /small/bin/ && for applet in $(busybox --list | grep -vx busybox); do ln -s busybox "/small/bin/$applet"; done \
 && echo 'temporal:x:1000:1000::/home/temporal:/bin/sh' > /small/etc/passwd && echo 'temporal:x:1000:' > /small/etc/group \
 # What Debian's has not, as far as it is called: the address of this container, and whether a port is open.
 && printf '#!/bin/sh\nexec awk -v name="$2" "\\$2 == name" /etc/hosts\n' > /small/usr/local/bin/getent \
 && printf '#!/bin/sh\nexec busybox nc "$2" "$3" -e /bin/true\n' > /small/usr/local/bin/nc \
 && chmod +x /small/usr/local/bin/* && chown 1000:1000 /small/home/temporal

FROM scratch
COPY --from=busybox /small /
ENV PATH=/usr/local/bin:/bin HOME=/home/temporal
USER temporal
