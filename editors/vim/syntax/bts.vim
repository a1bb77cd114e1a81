" Specs of HTTP services (.bts). Made by tools/editor_files.py of bts.template.vim.
if exists("b:current_syntax")
  finish
endif

" What a soft keyword is depends on its place; at the start of a line it is one most likely. Of
" matches that start at one place, Vim takes the one that is defined last.
syntax iskeyword @,48-57,_
syntax keyword btsType any bool bytes date datetime decimal duration email file hostname int ipv4 ipv6 json number string time uri uuid
syntax keyword btsConstant false null true
syntax keyword btsModifier readonly secret writeonly
syntax keyword btsMethod DELETE GET HEAD OPTIONS PATCH POST PUT QUERY TRACE

for s:word in split("and contains in is matches not or")
  execute 'syntax match btsOperator /\<' . s:word . '\>/'
endfor
for s:word in split("all as at basic bearer because body by bytes dependencies digest endpoints every expects fail failure following for form from growth header hosts limit link memory multipart needs of on only open over owner partial per rate redirects request run secrets self source tagged text times type unique until up when with within without")
  execute 'syntax match btsKeyword /\<' . s:word . '\>/'
endfor
for s:word in split("abort allow arrivals artifacts as basic bearer body call cases check cookie creates deletes dependencies digest eventually except expect fail finally find header hold lists load memory mix monitor oauth2 obligations on optional pages pause query ramp rate reads ready regression require returns secrets security source spike stage start step tests think timeout updates url users warm within")
  execute 'syntax match btsStatement /\%(^\|[{,]\)\s*\zs' . s:word . '\>/'
endfor
for s:word in split("all any cookie elapsed env file header len max min now request secret sorted status sum unique uuid")
  execute 'syntax match btsFunction /\<' . s:word . '\>\ze(/'
endfor
for s:word in split("actor contract endpoint flow import load pipeline role security service soak test")
  execute 'syntax match btsDeclaration /^' . s:word . '\>/'
endfor
unlet s:word

syntax match btsNumber /\<\d\+\%(\.\d\+\)\?\%(%\|[a-zA-Z]\+\)\?\%(\/\%(s\|min\|h\)\>\)\?/
syntax match btsDate /\<\d\{4}-\d\d-\d\d\>/
syntax match btsContract /\<\u\w*[a-z0-9]\w*\>/
syntax match btsMember /\.\zs\h\w*/
syntax match btsPath /\%(\<[A-Z]\+\s\+\)\@<=\/[^ \t{]*/
syntax match btsRegex +\%([(\[,=|:]\s*\|\<matches\s\+\)\@<=/[^/*]\%([^/\\]\|\\.\)*/+
syntax match btsKey /\<\h\w*\ze\s*?\?\s*:/
syntax match btsEscape /\\./ contained
syntax region btsFilled start=/{/ end=/}/ contained oneline
syntax region btsString start=/"/ skip=/\\./ end=/"/ oneline contains=btsEscape,btsFilled
syntax region btsDoc start=/"""/ end=/"""/
syntax match btsComment /#.*$/ contains=@Spell

highlight default link btsType Type
highlight default link btsOperator Operator
highlight default link btsConstant Constant
highlight default link btsModifier StorageClass
highlight default link btsMethod Special
highlight default link btsKeyword Keyword
highlight default link btsStatement Statement
highlight default link btsFunction Function
highlight default link btsDeclaration Structure
highlight default link btsNumber Number
highlight default link btsDate Number
highlight default link btsContract Type
highlight default link btsMember Identifier
highlight default link btsPath String
highlight default link btsRegex String
highlight default link btsKey Identifier
highlight default link btsEscape SpecialChar
highlight default link btsFilled Special
highlight default link btsString String
highlight default link btsDoc Comment
highlight default link btsComment Comment

let b:current_syntax = "bts"
