package org.vethlab.program.curl;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.tcp.TcpSocket;
import org.vethlab.program.AddressLookup;
import org.vethlab.program.AddressLookup.Family;
import org.vethlab.program.AddressLookup.LookupException;
import org.vethlab.program.Context;

/** --interface and --local-port: by which device, from which address and port. */
record SourceInterface(Context context, CurlOptions options) {
    void apply(TcpSocket socket, Endpoint far) {
        Optional<String> word = options.words().last("interface");
        int port = options.words()
                .last("local-port")
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .orElse(0);
        if (word.isEmpty() && port == 0) {
            return;
        }
        Optional<Device> device = word.flatMap(name -> context.net().devices().byName(name));
        device.ifPresent(socket.settings()::bindToDevice);
        IpAddress any = socket.local().address();
        IpAddress own = word.isPresent() && device.isEmpty() ? address(word.get(), far) : any;
        try {
            socket.bind(new Endpoint(own, port));
        } catch (NetException e) {
            throw new CurlException(
                    CurlException.NO_INTERFACE,
                    "bind failed with errno " + e.errno().code() + ": "
                            + e.errno().text());
        }
    }

    private IpAddress address(String word, Endpoint far) {
        try {
            return new AddressLookup(context)
                    .find(word, Family.ANY, false).stream()
                            .map(AddressLookup.Found::address)
                            .filter(one -> one.length() == far.address().length())
                            .findFirst()
                            .orElseThrow(() ->
                                    new CurlException(CurlException.NO_INTERFACE, "Couldn't bind to '" + word + "'"));
        } catch (LookupException e) {
            throw new CurlException(CurlException.NO_INTERFACE, "Couldn't bind to '" + word + "'");
        }
    }
}
