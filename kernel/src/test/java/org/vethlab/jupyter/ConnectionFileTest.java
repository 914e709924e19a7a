package org.vethlab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFileTest {
    private static final String FILE =
            "{\"shell_port\": 1, \"iopub_port\": 2, \"stdin_port\": 3, \"control_port\": 4, \"hb_port\": 5,"
                    + " \"ip\": \"127.0.0.1\", \"key\": \"secret\", \"transport\": \"tcp\","
                    + " \"signature_scheme\": \"hmac-sha256\", \"kernel_name\": \"vethlab\"}";

    @Test
    void addresses() {
        ConnectionFile file = ConnectionFile.parse(FILE);
        assertThat(file.address(Channel.SHELL)).isEqualTo("tcp://127.0.0.1:1");
        assertThat(file.address(Channel.IOPUB)).isEqualTo("tcp://127.0.0.1:2");
        assertThat(file.address(Channel.STDIN)).isEqualTo("tcp://127.0.0.1:3");
        assertThat(file.address(Channel.CONTROL)).isEqualTo("tcp://127.0.0.1:4");
        assertThat(file.heartbeat()).isEqualTo("tcp://127.0.0.1:5");
        assertThat(ConnectionFile.parse(file.text())).isEqualTo(file);
    }

    @Test
    void ipcAddressesArePaths() {
        String ipc = FILE.replace("tcp", "ipc").replace("127.0.0.1", "/run/kernel");
        assertThat(ConnectionFile.parse(ipc).address(Channel.SHELL)).isEqualTo("ipc:///run/kernel-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "{\"shell_port\": \"x\"}", "ports"})
    void otherFilesAreRefused(String text) {
        assertThatThrownBy(() -> ConnectionFile.parse(text)).hasMessage("it is not a connection file");
    }
}
