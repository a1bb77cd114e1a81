"""Texts that would be code anywhere else: ''' \\" {0} {{x}} %s \\N{DIGIT ONE} # type: ignore"""
