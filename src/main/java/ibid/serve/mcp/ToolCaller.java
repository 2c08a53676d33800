package ibid.serve.mcp;

import ibid.api.share.PageAddress;
import ibid.serve.caller.Asker;

/**
 * Who calls a tool.
 *
 * @param page the address under which the caller reaches the page
 */
record ToolCaller(PageAddress page, Asker asker) {}
