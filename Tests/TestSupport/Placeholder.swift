import Guides
