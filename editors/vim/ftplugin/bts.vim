setlocal commentstring=#\ %s shiftwidth=2 expandtab
setlocal formatprg=specc\ fmt\ -
