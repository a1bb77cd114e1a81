autocmd BufRead,BufNewFile *.bts setfiletype bts
