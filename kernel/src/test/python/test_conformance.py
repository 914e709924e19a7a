"""The kernel against Jupyter's own test of kernels, with a sample for each of its optional tests."""

import unittest

import jupyter_kernel_test


class Conformance(jupyter_kernel_test.KernelTests):
    kernel_name = "vethlab"
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("test");'
    completion_samples = [
        {"text": "%rou", "matches": {"%routes"}},
        {"text": "%ns ho", "matches": {"host"}},
        {"text": '"abc".repe', "matches": {"repeat("}},
    ]
    complete_code_samples = ["1 + 1", "int a = 1;", "%sh ip addr", "// nothing", ""]
    incomplete_code_samples = ["int f() {", "for (;;)", '"a" +', "%%sh"]
    invalid_code_samples = ["}}", "int int;"]
    code_page_something = "%ns?"
    code_generate_error = "throw new RuntimeException();"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "new int[] {1, 2}", "result": "[1, 2]"},
        {"code": "6 * 7 * 1", "result": "42"},
        {"code": "6 * 7 * 2", "result": "84"},
    ]
    code_display_data = [
        {"code": "%arp host", "mime": "text/html"},
        {"code": "%routes host", "mime": "text/plain"},
        {"code": 'display("x");', "mime": "text/plain"},
    ]
    code_history_pattern = "6 * 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "System.out.println"
    code_clear_output = "clear(false);"


if __name__ == "__main__":
    unittest.main()
