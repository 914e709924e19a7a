package org.vethlab.lab;

import org.vethlab.trace.Story;

/** A command that was run, and what befell the packets that it caused. @param status the command's exit status */
public record Explanation(int status, Story story) {}
