-- Run by scripts/editors/test.mjs: `nvim --headless -u NONE -c 'luafile neovim.lua'`. Drives the server by Neovim's own
-- client, as the set-up in docs/editors.md does, and writes what the editor shows as JSON.
local answers = {}

local function wait(what, condition)
  assert(vim.wait(60000, condition, 50), what .. ' did not come')
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

local function go_to(words)
  for number, line in ipairs(lines()) do
    local column = line:find(words, 1, true)
    if column then
      vim.api.nvim_win_set_cursor(0, { number, column + #words - 2 })
      return
    end
  end
  error(words .. ' is not in the text')
end

local function drive()
  vim.cmd('edit ' .. vim.env.PROVISO_DOCUMENT)
  local client = vim.lsp.start_client({
    name = 'proviso',
    cmd = { vim.env.PROVISO_NODE, vim.env.PROVISO_PROGRAM, 'lsp', '--stdio' },
    root_dir = vim.fn.getcwd(),
  })
  vim.lsp.buf_attach_client(0, client)
  wait('an initialized server', function()
    local found = vim.lsp.get_client_by_id(client)
    return found and found.initialized
  end)

  wait('a diagnostic', function() return #vim.diagnostic.get(0) > 0 end)
  answers.diagnostics = vim.tbl_map(function(found)
    return { line = found.lnum + 1, rule = found.code, message = found.message }
  end, vim.diagnostic.get(0))

  go_to('as Section 1.4')
  vim.lsp.buf.definition()
  wait('a jump', function() return vim.api.nvim_get_current_line():find('^Section 1%.4') ~= nil end)
  answers.jumpedTo = vim.api.nvim_get_current_line()

  go_to('The Premises')
  vim.lsp.buf.rename('Shop')
  wait('a renamed term', function() return not table.concat(lines(), '\n'):find('Premises') end)
  answers.renamed = lines()

  vim.api.nvim_buf_set_lines(0, 0, 0, false, { '' })
  vim.lsp.stop_client(client)
  wait('the end of the server', function() return vim.lsp.client_is_stopped(client) end)
end

local done, failure = pcall(drive)
if not done then answers.failure = tostring(failure) end
vim.fn.writefile({ vim.fn.json_encode(answers) }, vim.env.PROVISO_ANSWERS)
vim.cmd('qall!')
