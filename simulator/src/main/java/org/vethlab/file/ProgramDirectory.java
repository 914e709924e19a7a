package org.vethlab.file;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Image;
import org.vethlab.process.Input;
import org.vethlab.process.Output;
import org.vethlab.process.Process;

/** /usr/bin and /usr/sbin: a file for each program of the machine. */
record ProgramDirectory(String path) implements Node.Directory {
    @Override
    public FileStatus status(Process viewer) {
        return new FileStatus(FileStatus.Type.DIRECTORY, 0755, 4096, 0, 2, 0);
    }

    @Override
    public Optional<Node> child(Process viewer, String name) {
        boolean here = viewer.machine().executables().isInstalled(path + "/" + name);
        return here ? Optional.of(new Binary()) : Optional.empty();
    }

    @Override
    public List<String> names(Process viewer) {
        return viewer.machine().executables().installed().stream()
                .map(Image::path)
                .filter(program -> program.startsWith(path + "/"))
                .map(program -> program.substring(path.length() + 1))
                .toList();
    }

    @Override
    public Errno refusal() {
        return Errno.EROFS;
    }

    private record Binary() implements Node.Content {
        private static final byte[] ELF = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0};

        @Override
        public FileStatus status(Process viewer) {
            return new FileStatus(FileStatus.Type.REGULAR, 0755, ELF.length, 0, 1, 0);
        }

        @Override
        public Input read(Process viewer) {
            return new Bytes(ELF);
        }

        @Override
        public Output write(Process viewer, boolean append) {
            throw new NetException(Errno.EROFS);
        }
    }
}
