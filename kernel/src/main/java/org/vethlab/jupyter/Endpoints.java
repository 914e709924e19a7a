package org.vethlab.jupyter;

import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** The addresses in a connection file. */
record Endpoints(KernelConnectionProperties file) {
    String of(Channel channel) {
        return address(
                switch (channel) {
                    case SHELL -> file.getShellPort();
                    case CONTROL -> file.getControlPort();
                    case STDIN -> file.getStdinPort();
                    case IOPUB -> file.getIopubPort();
                });
    }

    String heartbeat() {
        return address(file.getHbPort());
    }

    /** Of an ipc transport, the "ip" is a path and the "port" its ending. */
    private String address(int port) {
        String separator = file.getTransport().equals("ipc") ? "-" : ":";
        return file.getTransport() + "://" + file.getIp() + separator + port;
    }
}
