# Where Maven builds this module from with its siblings, and the module's path from there; empty when it stands alone.
reactor='@REACTOR@'
module='@MODULE@'

state=target/aludel
classes=target/classes
resources=target/classes

