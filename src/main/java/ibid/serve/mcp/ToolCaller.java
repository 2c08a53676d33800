package ibid.serve.mcp;

import ibid.access.ReaderId;
import ibid.api.share.PageAddress;

/**
 * Who calls a tool.
 *
 * @param page the address under which the caller reaches the page
 */
record ToolCaller(PageAddress page, ReaderId reader) {}
